package training.powerbi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalAddressTest {

    @ParameterizedTest
    @CsvSource({
        "portal.example.com, https://portal.example.com",
        "' https://portal.example.com/course#day3 ', https://portal.example.com",
        "https://portal.example.com:8443/, https://portal.example.com:8443",
        "localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "http://[::1]:8080, http://[::1]:8080",
        "https://localhost:8443, https://localhost:8443",
    })
    void isTheOriginOfWhatWasTyped(String typed, URI expected) {
        assertThat(PortalAddress.parse(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "http://portal.example.com",
                "ftp://portal.example.com",
                "file:///etc/passwd",
                "https://",
                "https://trainer:secret@portal.example.com",
                "not an address",
                "javascript:alert(1)"
            })
    void isNothingWhereATokenMustNotGo(String typed) {
        assertThat(PortalAddress.parse(typed)).isEmpty();
    }
}
