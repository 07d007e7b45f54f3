package training.powerbi.server.web.graphql.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
    private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();
    private final DateTimeScalar dateTime = new DateTimeScalar();
    private final LongScalar number = new LongScalar();

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T18:30:00Z, 2026-03-01T18:30:00Z",
        "2026-03-01T19:30:00+01:00, 2026-03-01T18:30:00Z",
        "2026-03-01t18:30:00.123456789z, 2026-03-01T18:30:00.123456Z",
        "2026-03-01T13:00:00-05:30, 2026-03-01T18:30:00Z"
    })
    void anyOffsetBecomesAnInstantOfMicroseconds(String text, Instant instant) {
        assertThat(dateTime.parseValue(text, CONTEXT, Locale.ENGLISH)).isEqualTo(instant);
        assertThat(dateTime.parseLiteral(
                        StringValue.of(text), CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH))
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-01",
                "2026-03-01T18:30:00",
                "2026-03-01T18:30Z",
                "2026-02-30T18:30:00Z",
                "+12026-03-01T18:30:00Z",
                "2026-03-01T18:30:00+01:00[Europe/Paris]",
                "2026-03-01 18:30:00Z"
            })
    void whatIsNotRfc3339IsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> dateTime.parseValue(text, CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseValueException.class)
                .hasMessageContaining("RFC 3339");
    }

    @Test
    void instantsAreServedInUtc() {
        assertThat(dateTime.serialize(Instant.parse("2026-03-01T18:30:00Z"), CONTEXT, Locale.ENGLISH))
                .isEqualTo("2026-03-01T18:30:00Z");
    }

    @Test
    void longsKeepAll64Bits() {
        assertThat(number.serialize(Long.MAX_VALUE, CONTEXT, Locale.ENGLISH)).isEqualTo(Long.MAX_VALUE);
        assertThat(number.serialize(7, CONTEXT, Locale.ENGLISH)).isEqualTo(7L);
        assertThat(number.parseValue(BigInteger.valueOf(Long.MIN_VALUE), CONTEXT, Locale.ENGLISH))
                .isEqualTo(Long.MIN_VALUE);
        var literal = new IntValue(BigInteger.valueOf(5_000_000_000L));
        assertThat(number.parseLiteral(literal, CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH))
                .isEqualTo(5_000_000_000L);
    }

    @Test
    void whatIsNotAWholeNumberOf64BitsIsRefused() {
        for (Object value : new Object[] {"7", 1.5, true, BigInteger.TWO.pow(63), new BigDecimal("0.5")}) {
            assertThatThrownBy(() -> number.parseValue(value, CONTEXT, Locale.ENGLISH))
                    .isInstanceOf(CoercingParseValueException.class);
        }
        var literal = new FloatValue(new BigDecimal("1.5"));
        assertThatThrownBy(
                        () -> number.parseLiteral(literal, CoercedVariables.emptyVariables(), CONTEXT, Locale.ENGLISH))
                .isInstanceOf(CoercingParseLiteralException.class);
    }
}
