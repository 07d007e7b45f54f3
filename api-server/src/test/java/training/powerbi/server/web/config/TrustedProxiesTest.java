package training.powerbi.server.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.PortalException;

class TrustedProxiesTest {

    @Test
    void onlyTheNamedAddressesMatch() {
        var pattern = TrustedProxies.parse(" loopback, 10.0.0.5 ,2001:db8::1,").pattern();
        assertThat("127.0.0.1").matches(pattern);
        assertThat("0:0:0:0:0:0:0:1").matches(pattern);
        assertThat("10.0.0.5").matches(pattern);
        assertThat("2001:db8:0:0:0:0:0:1").matches(pattern);
        assertThat("10x0y0z5").doesNotMatch(pattern);
        assertThat("10.0.0.55").doesNotMatch(pattern);
        assertThat(TrustedProxies.parse("").pattern()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", ".*", "proxy.example", "10.0.0.0/8"})
    void nonsenseIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> TrustedProxies.parse(text))
                .isInstanceOf(PortalException.class)
                .hasMessageStartingWith("TRUSTED_PROXIES ");
    }
}
