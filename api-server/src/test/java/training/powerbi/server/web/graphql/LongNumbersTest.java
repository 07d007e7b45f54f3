package training.powerbi.server.web.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.schema.CoercingParseValueException;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.web.graphql.scalar.LongNumbers;
import training.powerbi.server.web.graphql.scalar.LongScalar;

@Timeout(20)
class LongNumbersTest {
    private static final String LONG = "9".repeat(60_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "-%s",
                "0.%s",
                "1e%s",
                "[1, %s]",
                "{a: %s}",
                "\"a\" %s",
                "\"\\\" \" %s",
                "\"\"\"\\\"\"\" \"\"\" %s"
            })
    void aNumberOfSixtyThousandDigitsIsRefusedUnread(String value) {
        var document = "{ courseOutline(a: " + value.formatted(LONG) + ") { title } }";
        assertThat(LongNumbers.in(document)).isTrue();
        assertThat(AnonymousOperations.allow(document)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "\"\\\"%s\"", "\"\"\"%s\"\"\"", "\"\"\"\n\"%s\\\"\"\"%s\"\"\"", "1 #%s\n"})
    void textsAndCommentsMayHoldAnyDigits(String value) {
        assertThat(LongNumbers.in("{ a(b: " + value.replace("%s", LONG) + ") }"))
                .isFalse();
    }

    @Test
    void theLastAllowedDigitPassesAndTheNextDoesNot() {
        assertThat(LongNumbers.in("{ a(b: " + "9".repeat(LongNumbers.MOST_DIGITS) + ") }"))
                .isFalse();
        assertThat(LongNumbers.in("{ a(b: " + "9".repeat(LongNumbers.MOST_DIGITS + 1) + ") }"))
                .isTrue();
    }

    @Test
    void aFewCharactersThatStandForABillionDigitsAreNoLong() {
        assertThatThrownBy(() -> new LongScalar()
                        .parseValue(new BigDecimal("1e999999999"), GraphQLContext.getDefault(), Locale.ENGLISH))
                .isInstanceOf(CoercingParseValueException.class);
        assertThat(new LongScalar().parseValue(new BigDecimal("12e3"), GraphQLContext.getDefault(), Locale.ENGLISH))
                .isEqualTo(12_000L);
    }
}
