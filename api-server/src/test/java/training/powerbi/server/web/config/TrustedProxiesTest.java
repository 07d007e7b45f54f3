package training.powerbi.server.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.PortalException;

class TrustedProxiesTest {

    @Test
    void onlyTheNamedAddressesMatch() {
        var pattern = TrustedProxies.parse(" loopback, 10.0.0.5 ,2001:db8::1,link-local,")
                .pattern();
        assertThat("127.0.0.1").matches(pattern);
        assertThat("0:0:0:0:0:0:0:1").matches(pattern);
        assertThat("10.0.0.5").matches(pattern);
        assertThat("2001:db8:0:0:0:0:0:1").matches(pattern);
        // Where an App Service's front end was seen to come from.
        assertThat("169.254.129.1").matches(pattern);
        assertThat("169.254.130.1").matches(pattern);
        assertThat("169.255.130.1").doesNotMatch(pattern);
        assertThat("169x254.130.1").doesNotMatch(pattern);
        assertThat("10x0y0z5").doesNotMatch(pattern);
        assertThat("10.0.0.55").doesNotMatch(pattern);
        assertThat(TrustedProxies.parse("").pattern()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.1:51234             | 203.0.113.1",
                "10.9.9.9, 203.0.113.1:51234   | 10.9.9.9, 203.0.113.1",
                "[2001:db8::1]:51234           | 2001:db8::1",
                "[2001:db8::1]                 | 2001:db8::1",
                "2001:db8::1                   | 2001:db8::1",
                "::ffff:203.0.113.1            | ::ffff:203.0.113.1",
                "unknown:80, <script>:1, :80   | unknown:80, <script>:1, :80"
            })
    void aSenderIsTheSameWhicheverPortAConnectionHas(String forwarded, String plain) {
        assertThat(ForwardedValve.withoutPorts(forwarded)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", ".*", "proxy.example", "10.0.0.0/8"})
    void nonsenseIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> TrustedProxies.parse(text))
                .isInstanceOf(PortalException.class)
                .hasMessageStartingWith("TRUSTED_PROXIES ");
    }
}
