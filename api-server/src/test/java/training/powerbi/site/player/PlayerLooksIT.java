package training.powerbi.site.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.site.Accessibility;

/// The player for people who see, hear or move differently, in both themes and in narrow windows.
class PlayerLooksIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    private static void open(String theme, int resumeAt) {
        STAGE.open();
        STAGE.page().evaluate("theme => document.documentElement.dataset.theme = theme", theme);
        STAGE.mount(PlayerStage.upload(STAGE.films().address("good")), resumeAt);
        STAGE.awaitFilm("film.readyState >= 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void axeFindsNothingWhateverThePlayerShows(String theme) {
        open(theme, 40);
        assertThat(STAGE.button("Resume at 0:40")).isVisible();
        STAGE.page().getByText("Keyboard").first().click();
        assertThat(Accessibility.violations(STAGE.page())).isEmpty();
        STAGE.site().screenshot("player-" + theme);

        STAGE.site().expect("404");
        STAGE.page().evaluate("() => player.destroy()");
        STAGE.films().refuseRenewals(404, "{\"code\": \"DAY_LOCKED\", \"retryable\": false}");
        STAGE.mount(PlayerStage.upload("/film/dead.mp4"), 0);
        assertThat(STAGE.status()).containsText("not available");
        assertThat(Accessibility.violations(STAGE.page())).isEmpty();
        STAGE.site().screenshot("player-failed-" + theme);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1920})
    void nothingSticksOutOfTheWindow(int width) {
        STAGE.page().setViewportSize(width, 900);
        open("dark", 40);
        STAGE.site().screenshot("player-" + width);

        assertThat(STAGE.page().evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
    }
}
