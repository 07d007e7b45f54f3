package training.powerbi.server.web.graphql.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A 64-bit integer, a JSON number.
public final class LongScalar implements Coercing<Long, Long> {
    private static final String SENTENCE = "A Long is a whole number of at most 64 bits.";

    @Override
    public Long serialize(Object value, GraphQLContext context, Locale locale) {
        Long number = exact(value);
        if (number == null) {
            throw new CoercingSerializeException("Not a whole number: " + value.getClass());
        }
        return number;
    }

    @Override
    public Long parseValue(Object value, GraphQLContext context, Locale locale) {
        Long number = exact(value);
        if (number == null) {
            throw new CoercingParseValueException(SENTENCE);
        }
        return number;
    }

    @Override
    public Long parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Long number = literal instanceof IntValue whole ? exact(whole.getValue()) : null;
        if (number == null) {
            throw new CoercingParseLiteralException(SENTENCE);
        }
        return number;
    }

    @Override
    public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
        return IntValue.of(Math.toIntExact(serialize(value, context, locale)));
    }

    private static @Nullable Long exact(@Nullable Object value) {
        return switch (value) {
            case Long number -> number;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case BigInteger number -> number.bitLength() < Long.SIZE ? number.longValue() : null;
            // A few characters can stand for a billion digits, which must not be written out.
            case BigDecimal number ->
                number.scale() <= 0 && number.precision() - (long) number.scale() < 20
                        ? exact(number.toBigInteger())
                        : null;
            case null, default -> null;
        };
    }
}
