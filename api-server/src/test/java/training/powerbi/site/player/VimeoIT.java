package training.powerbi.site.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Vimeo's player through the messages of its frame.
class VimeoIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    private static final String WATCH = "https://vimeo.com/123456789/abcdef0123";
    private static final Map<String, Object> RECORDING = PlayerStage.recording(
            "VIMEO",
            Map.of(
                    "videoUrl",
                    WATCH,
                    "embedUrl",
                    "https://player.vimeo.com/video/123456789?h=abcdef0123",
                    "durationSeconds",
                    600));

    private StandIn vimeo;

    @BeforeEach
    void standIn() {
        vimeo = StandIn.vimeo(STAGE);
    }

    @Test
    void theFrameKeepsTheHashOfAnUnlistedFilm() {
        vimeo.mount(RECORDING, 0);

        assertThat(vimeo.address()).startsWith("https://player.vimeo.com/video/123456789?h=abcdef0123&");
        assertThat(STAGE.page().locator("iframe")).hasAttribute("title", "Session 1");
    }

    @Test
    void tenSecondsOfPlayAreAReport() {
        vimeo.mount(RECORDING, 0);
        vimeo.tell("play()");
        vimeo.run(12);
        STAGE.awaitReports(1);
        vimeo.run(11);
        STAGE.awaitReports(2);

        assertThat(vimeo.seconds()).isEqualTo(Report.range(0, STAGE.lastReport().positionSeconds()));
        assertThat(STAGE.lastReport().positionSeconds()).isBetween(12, 22);
    }

    @Test
    void pausingReportsAndJumpsAreNotCounted() {
        vimeo.mount(RECORDING, 0);
        vimeo.tell("play()");
        vimeo.run(5);
        vimeo.tell("jump(100)");
        vimeo.run(3);
        STAGE.button("Back 10 s").click();
        vimeo.untilItHeard("setCurrentTime");
        vimeo.run(2);
        vimeo.tell("pause()");
        STAGE.awaitReportAt(95);

        assertThat(vimeo.seconds()).containsExactly(0, 1, 2, 3, 4, 93, 94, 100, 101, 102);
    }

    @Test
    void theEndIsReportedAsTheWholeLength() {
        vimeo.mount(RECORDING, 0);
        vimeo.tell("play()");
        vimeo.tell("jump(597.6)");
        vimeo.run(3);
        STAGE.awaitReportAt(600);

        assertThat(vimeo.seconds()).containsExactly(598, 599);
        assertThat(STAGE.button("Play")).isVisible();
    }

    @Test
    void itGoesOnWhereTheStudentStopped() {
        vimeo.mount(RECORDING, 125);
        assertThat(vimeo.heard()).contains("{\"method\":\"setCurrentTime\",\"value\":125}");
        assertThat(STAGE.server().reports()).isEmpty();

        STAGE.button("Resume at 2:05").click();
        vimeo.untilItHeard("\"play\"}");
        vimeo.run(2);
        vimeo.tell("pause()");
        STAGE.awaitReportAt(127);

        assertThat(vimeo.seconds()).containsExactly(125, 126);
    }

    @Test
    void speedSoundAndCaptionsAreSwitchedThere() {
        vimeo.mount(RECORDING, 0);
        STAGE.page().getByLabel("Speed").selectOption("1.5");
        vimeo.untilItHeard("{\"method\":\"setPlaybackRate\",\"value\":1.5}");
        STAGE.button("Play").focus();
        STAGE.page().keyboard().press("m");
        vimeo.untilItHeard("{\"method\":\"setMuted\",\"value\":true}");
        STAGE.page().keyboard().press("c");
        vimeo.untilItHeard("\"enableTextTrack\",\"value\":{\"language\":\"en\",\"kind\":\"captions\"}");
        STAGE.said("Captions on.");
        assertThat(STAGE.button("Captions")).hasAttribute("aria-pressed", "true");
        vimeo.tell("event('texttrackchange', { kind: null, label: null, language: null })");
        assertThat(STAGE.button("Captions")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void aSpeedThatTheOwnerDoesNotAllowIsNotShown() {
        vimeo.mount(RECORDING, 0);
        vimeo.tell("methods.setPlaybackRate = () => film.fail('RangeError', 'setPlaybackRate')");
        STAGE.page().getByLabel("Speed").selectOption("2");

        assertThat(STAGE.page().getByLabel("Speed")).hasValue("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PrivacyError  | play  | The owner does not allow this recording to be played on other pages.
            PasswordError | play  | This recording asks for a password, which only its own site can take.
            NotFoundError | ready | This recording was removed from its site, or is private. Please tell your trainer.
            Error         | ready | This recording cannot be played here.
            """)
    void eachErrorIsASentenceAndAWayOut(String name, String method, String sentence) {
        vimeo.mount(RECORDING, 0);
        vimeo.tell("fail('%s', '%s')".formatted(name, method));

        assertThat(STAGE.status()).hasText(sentence);
        assertThat(STAGE.link("Watch on Vimeo")).hasAttribute("href", WATCH);
    }

    @Test
    void messagesFromElsewhereAreNotBelieved() {
        vimeo.mount(RECORDING, 0);
        vimeo.tell("play()");
        vimeo.run(2);
        STAGE.page().evaluate("() => { postMessage({ event: 'timeupdate', data: { seconds: 500 } }, '*'); }");
        STAGE.page().evaluate("() => messages--");
        vimeo.tell("pause()");
        STAGE.awaitReportAt(2);
    }
}
