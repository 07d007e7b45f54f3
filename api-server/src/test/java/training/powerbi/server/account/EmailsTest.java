package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.PortalException;

class EmailsTest {

    /// The second one is short until its ligatures are written out.
    @ParameterizedTest
    @ValueSource(strings = {"x", "\uFDFA"})
    void whatIsTypedIsNeverKeptAtInsaneLength(String letter) {
        assertThat(Emails.typed(letter.repeat(60_000) + "@example.org")).hasSizeLessThanOrEqualTo(1_000);
        assertThat(Emails.typed(letter.repeat(900) + "@example.org")).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void anInsaneLengthIsNoAddressToRegister() {
        assertThatThrownBy(() -> Emails.required("x".repeat(60_000) + "@example.org"))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("not an e-mail address");
    }
}
