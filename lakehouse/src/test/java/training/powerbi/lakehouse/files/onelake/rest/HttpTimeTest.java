package training.powerbi.lakehouse.files.onelake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTimeTest {

    @ParameterizedTest
    @CsvSource({
        "'Mon, 30 Nov 2026 21:05:09 GMT', 2026-11-30T21:05:09Z",
        "'Tue, 29 Feb 2028 00:00:00 GMT', 2028-02-29T00:00:00Z",
        "'Tue, 1 Dec 2026 01:02:03 GMT', 2026-12-01T01:02:03Z",
        "'Tue, 1 Dec 2026 01:02:03 +0100', 2026-12-01T00:02:03Z"
    })
    void timesAreRead(String text, Instant time) {
        assertThat(HttpTime.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Mon, 31 Feb 2026 21:05:09 GMT",
                "Mon, 30 Foo 2026 21:05:09 GMT",
                "Mon, 3x Nov 2026 21:05:09 GMT"
            })
    void whatIsNoTimeIsTheEpoch(String text) {
        assertThat(HttpTime.parse(text)).isEqualTo(Instant.EPOCH);
    }
}
