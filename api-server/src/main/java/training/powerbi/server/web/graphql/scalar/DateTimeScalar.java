package training.powerbi.server.web.graphql.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// RFC 3339 with offset. Answers are UTC with `Z`; input of any offset becomes an [Instant] of microseconds,
/// the precision the tables keep.
final class DateTimeScalar implements Coercing<Instant, String> {
    private static final String SENTENCE =
            "A DateTime is RFC 3339 text with an offset, such as 2026-03-01T18:30:00Z or 2026-03-01T19:30:00+01:00.";
    private static final int LONGEST = 40;

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return switch (value) {
            case Instant instant -> DateTimeFormatter.ISO_INSTANT.format(instant);
            case OffsetDateTime time -> DateTimeFormatter.ISO_INSTANT.format(time.toInstant());
            default -> throw new CoercingSerializeException("Not an Instant: " + value.getClass());
        };
    }

    @Override
    public Instant parseValue(Object value, GraphQLContext context, Locale locale) {
        return parse(value).orElseThrow(() -> new CoercingParseValueException(SENTENCE));
    }

    @Override
    public Instant parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Object text = literal instanceof StringValue string ? string.getValue() : null;
        return parse(text).orElseThrow(() -> new CoercingParseLiteralException(SENTENCE));
    }

    @Override
    public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
        return StringValue.of(serialize(value, context, locale));
    }

    private static Optional<Instant> parse(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return Optional.of(instant);
        }
        // RFC 3339 wants the seconds that Java's ISO format leaves optional.
        if (!(value instanceof String text)
                || text.length() > LONGEST
                || text.length() < 20
                || text.charAt(16) != ':') {
            return Optional.empty();
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT));
            return time.getYear() >= 0 && time.getYear() <= 9999
                    ? Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
