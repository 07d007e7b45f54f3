package training.powerbi.server.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallestFirstTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "gzip, deflate, br, zstd | br",
                "BR | br",
                "gzip;q=1.0, br;q=0.1 | br",
                "gzip, br;q=0 | gzip",
                "gzip, br; q = 0.000 | gzip",
                "br;q=0, gzip;q=0 | ''",
                "brotli, x-gzip | ''",
                "identity | ''"
            })
    void theSmallestOfWhatIsReadIsSent(String accepted, String best) {
        assertThat(SmallestFirst.best(accepted)).isEqualTo(best);
    }

    @Test
    void whoSaysNothingGetsThePlainFile() {
        assertThat(SmallestFirst.best(null)).isEmpty();
    }
}
