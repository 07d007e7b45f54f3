package training.powerbi.site.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The player without a mouse.
class KeyboardIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    @BeforeEach
    void mount() {
        STAGE.open();
        STAGE.mount(PlayerStage.upload(STAGE.films().address("good")), 0);
        STAGE.awaitFilm("film.readyState >= 4");
    }

    private static void press(String key) {
        STAGE.page().keyboard().press(key);
    }

    private static void focusFilm() {
        STAGE.page().locator("video").focus();
    }

    @Test
    void spaceAndKPlayAndPauseOnce() {
        focusFilm();
        press("Space");
        STAGE.awaitFilm("!film.paused");
        press("k");
        STAGE.awaitFilm("film.paused");
        STAGE.button("Forward 10 s").focus();
        press("K");
        STAGE.awaitFilm("!film.paused");
    }

    @Test
    void spaceOnAButtonIsTheButtons() {
        STAGE.button("Forward 10 s").focus();
        press("Space");

        STAGE.awaitFilm("film.currentTime >= 9.5");
        assertThat(STAGE.film("paused")).isEqualTo(1);
    }

    @Test
    void lettersAndArrowsJumpTenSecondsAndStopAtTheEnds() {
        focusFilm();
        press("l");
        press("ArrowRight");
        assertThat(STAGE.film("currentTime")).isCloseTo(20, within(0.1));
        press("j");
        assertThat(STAGE.film("currentTime")).isCloseTo(10, within(0.1));
        press("ArrowLeft");
        press("ArrowLeft");
        assertThat(STAGE.film("currentTime")).isZero();
    }

    @Test
    void anglesChangeTheSpeedStepByStepAndSayIt() {
        focusFilm();
        press("Shift+>");
        press("Shift+>");
        assertThat(STAGE.film("playbackRate")).isEqualTo(1.5);
        STAGE.said("Speed 1.5×.");
        press("Shift+<");
        press("Shift+<");
        press("Shift+<");
        press("Shift+<");
        assertThat(STAGE.film("playbackRate")).isEqualTo(0.75);
    }

    @Test
    void soundCaptionsAndFullScreenHaveKeys() {
        focusFilm();
        press("m");
        assertThat(STAGE.film("muted")).isEqualTo(1);
        STAGE.said("Sound off.");
        press("c");
        STAGE.said("There are no captions to switch here.");
        press("f");
        STAGE.page().waitForFunction("() => document.fullscreenElement?.className === 'player-frame'");
        press("f");
        STAGE.page().waitForFunction("() => document.fullscreenElement === null");
    }

    @Test
    void fieldsKeepTheirKeysAndElsewhereNothingHappens() {
        STAGE.page().getByLabel("Notes").focus();
        STAGE.page().keyboard().type("k l m");
        assertThat(STAGE.page().getByLabel("Notes")).hasValue("k l m");
        STAGE.page().getByLabel("Speed").focus();
        press("ArrowRight");
        press("Control+m");
        STAGE.page().evaluate("() => document.activeElement.blur()");
        press("k");

        assertThat(STAGE.film("paused")).isEqualTo(1);
        assertThat(STAGE.film("muted")).isZero();
        assertThat(STAGE.film("currentTime")).isZero();
    }

    @Test
    void everyControlCanBeReachedAndTheKeysAreExplained() {
        STAGE.page()
                .getByText("Keyboard", new Page.GetByTextOptions().setExact(true))
                .focus();
        press("Enter");

        assertThat(STAGE.page().getByText("back 10 seconds")).isVisible();
    }
}
