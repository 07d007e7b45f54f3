package training.powerbi.server.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import training.powerbi.model.error.PortalException;

class SecretExpiryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-05-01T12:00:00Z"), ZoneOffset.UTC);

    private static String told(String expires) {
        return String.join("", new SecretExpiry(expires, CLOCK).warnings());
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-31, 'expires on 2027-05-31, in 30 days.'",
        "2027-05-02, 'in 1 day.'",
        "2027-05-01, expires today.",
        "2027-04-30, expired on 2027-04-30."
    })
    void isToldFromThirtyDaysBefore(String expires, String words) {
        assertThat(told(expires)).contains(words, "FABRIC_CLIENT_SECRET");
    }

    @ParameterizedTest
    @CsvSource({"2027-06-01", "''", "' '"})
    void isNotToldEarlierNorWhereNobodySaidADate(String expires) {
        assertThat(told(expires)).isEmpty();
    }

    @Test
    void whatIsNoDateIsRefused() {
        assertThatThrownBy(() -> new SecretExpiry("31.5.2027", CLOCK))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("FABRIC_CLIENT_SECRET_EXPIRES must be a date such as 2027-05-31");
    }
}
