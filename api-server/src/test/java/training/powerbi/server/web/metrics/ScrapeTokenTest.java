package training.powerbi.server.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.PortalException;

class ScrapeTokenTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz-0123456789==";

    @Test
    void onlyTheVeryTokenFits() {
        var token = ScrapeToken.of(TOKEN);
        assertThat(token.fits("Bearer " + TOKEN)).isTrue();
        assertThat(token.fits("bearer  " + TOKEN)).isTrue();
        assertThat(token.fits("Bearer " + TOKEN + "=")).isFalse();
        assertThat(token.fits("Bearer " + TOKEN.substring(1))).isFalse();
        assertThat(token.fits("Bearer")).isFalse();
        assertThat(token.fits(TOKEN)).isFalse();
        assertThat(token.fits("Basic " + TOKEN)).isFalse();
        assertThat(token.fits(null)).isFalse();
    }

    @Test
    void withoutATokenNothingFits() {
        var none = ScrapeToken.of("");
        assertThat(none.fits("Bearer ")).isFalse();
        assertThat(none.fits("Bearer x")).isFalse();
        assertThat(none.fits(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "0123456789abcdef0123456789abcde", "0123456789 abcdef 0123456789 abcdef 01"})
    void aTokenThatIsShortOrCannotBeSentIsRefusedWithoutBeingShown(String text) {
        assertThatThrownBy(() -> ScrapeToken.of(text))
                .isInstanceOf(PortalException.class)
                .hasMessageStartingWith("METRICS_TOKEN ")
                .hasMessageNotContaining(text);
        assertThat(new MetricsProperties(text).toString()).doesNotContain(text);
    }
}
