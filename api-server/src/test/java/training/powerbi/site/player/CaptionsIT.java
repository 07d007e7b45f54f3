package training.powerbi.site.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.site.Accessibility;

/// Captions for everyone, also where the browser's own controls have no button for them or hide it in a menu.
class CaptionsIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    private static void open(String... languages) {
        play(STAGE.films().address("good"), languages);
    }

    private static void play(String address, String... languages) {
        STAGE.open();
        var recording = PlayerStage.upload(address);
        recording.put(
                "captions",
                Stream.of(languages)
                        .map(language -> Map.of("language", language, "label", language, "url", "/test/captions.vtt"))
                        .toList());
        STAGE.mount(recording, 0);
        STAGE.awaitFilm("film.readyState >= 1");
    }

    private static Locator button() {
        return STAGE.button("Captions");
    }

    private static void isPressed(boolean pressed) {
        assertThat(button()).hasAttribute("aria-pressed", Boolean.toString(pressed));
    }

    /// Where there are several languages.
    private static Locator menu() {
        return STAGE.page().getByLabel("Captions", new Page.GetByLabelOptions().setExact(true));
    }

    /// Waits until captions of this language are on the film, or none where it is empty.
    private static void showing(String language) {
        STAGE.awaitFilm("([...film.textTracks].find(track => track.mode === 'showing')?.language ?? '') === '%s'"
                .formatted(language));
    }

    @Test
    void theyAreSwitchedByPointerAndByKeyboard() {
        open("en");
        isPressed(false);
        button().click();
        isPressed(true);
        showing("en");
        STAGE.said("Captions on.");
        assertThat(Accessibility.violations(STAGE.page())).isEmpty();
        STAGE.site().screenshot("player-captions");

        STAGE.page().keyboard().press("Space");
        isPressed(false);
        showing("");
        STAGE.page().keyboard().press("c");
        isPressed(true);
        showing("en");
    }

    @Test
    void theChoiceIsRememberedForEveryRecording() {
        open("en");
        button().click();
        isPressed(true);
        open("de", "en");
        showing("en");
        assertThat(menu()).hasValue("en");
        open("de");
        showing("de");
        isPressed(true);
        open("de", "en");
        showing("en");

        menu().selectOption("de");
        showing("de");
        STAGE.said("Captions on.");
        open("en", "de");
        showing("de");
        assertThat(menu()).hasValue("de");
        menu().selectOption("Off");
        showing("");
        open("en");
        isPressed(false);
        showing("");
    }

    @Test
    void theReadersOwnLanguageComesFirst() {
        open("de", "en");
        assertThat(button()).isHidden();
        menu().focus();
        STAGE.button("Play").press("c");
        showing("en");
        assertThat(menu()).hasValue("en");
        assertThat(Accessibility.violations(STAGE.page())).isEmpty();
    }

    @Test
    void whatIsChosenInTheBrowsersOwnMenuIsShownAndRemembered() {
        open("en", "de");
        STAGE.page().evaluate("() => { document.querySelector('video').textTracks[1].mode = 'showing'; }");
        assertThat(menu()).hasValue("de");
        open("en", "de");
        showing("de");
        assertThat(menu()).hasValue("de");
    }

    @Test
    void theyStayOnWhenTheFilmComesFromAnotherAddress() {
        STAGE.site().expect("404").expect("ERR_");
        play(STAGE.films().slowAddress("mortal", 0.4), "en");
        button().click();
        showing("en");
        STAGE.page().evaluate("() => { document.querySelector('video').currentTime = 50; }");
        STAGE.films().kill("mortal");
        STAGE.awaitFilm("film.readyState >= 1 && film.currentSrc.includes('renewed')");
        showing("en");
        isPressed(true);
    }

    @Test
    void aRecordingWithoutCaptionsHasNoButtonForThem() {
        open();
        assertThat(button()).hasCount(0);
    }

    @Test
    void theButtonFitsBesideTheOthersOnAPhone() {
        STAGE.page().setViewportSize(360, 740);
        open("en");
        button().click();
        STAGE.site().screenshot("player-captions-360");
        assertThat(STAGE.page().evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(360);
        assertThat(List.of(Objects.requireNonNull(button().boundingBox()).height))
                .allMatch(height -> height >= 44);
    }
}
