package training.powerbi.site.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// YouTube's player through the messages of its frame.
class YouTubeIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    private static final String WATCH = "https://www.youtube.com/watch?v=abcdefghijk";
    private static final Map<String, Object> RECORDING = PlayerStage.recording(
            "YOUTUBE",
            Map.of(
                    "videoUrl",
                    WATCH,
                    "embedUrl",
                    "https://www.youtube-nocookie.com/embed/abcdefghijk",
                    "durationSeconds",
                    600));

    private StandIn youTube;

    @BeforeEach
    void standIn() {
        youTube = StandIn.youTube(STAGE);
    }

    @Test
    void theFrameIsAskedForWithAReferrerAndAName() {
        youTube.mount(RECORDING, 0);

        assertThat(youTube.address())
                .startsWith("https://www.youtube-nocookie.com/embed/abcdefghijk?")
                .contains("enablejsapi=1", "playsinline=1")
                .doesNotContain("start=");
        var frame = STAGE.page().locator("iframe");
        assertThat(frame).hasAttribute("referrerpolicy", "strict-origin-when-cross-origin");
        assertThat(frame).hasAttribute("title", "Session 1");
        assertThat(frame).hasAttribute("allow", "autoplay; encrypted-media; picture-in-picture; fullscreen");
    }

    @Test
    void tenSecondsOfPlayAreAReport() {
        youTube.mount(RECORDING, 0);
        youTube.tell("play()");
        youTube.run(12);
        STAGE.awaitReports(1);
        youTube.run(11);
        STAGE.awaitReports(2);

        assertThat(youTube.seconds())
                .isEqualTo(Report.range(0, STAGE.lastReport().positionSeconds()));
        assertThat(STAGE.lastReport().positionSeconds()).isBetween(12, 22);
        assertThat(STAGE.lastReport().recordingId()).isEqualTo("rec-1");
    }

    @Test
    void aSpeedChosenBeforeThePlayerAnswersHoldsOnceItDoes() {
        youTube.mountDeaf(RECORDING);
        assertThat(STAGE.page().getByLabel("Speed")).hasValue("1");
        STAGE.page().getByLabel("Speed").selectOption("1.5");
        youTube.hear();
        youTube.untilItHeard("setPlaybackRate");
        assertThat(STAGE.page().getByLabel("Speed")).hasValue("1.5");
        youTube.tell("play()");
        assertThat(STAGE.page().getByLabel("Speed")).hasValue("1.5");
    }

    @Test
    void pausingReportsAndJumpsAreNotCounted() {
        youTube.mount(RECORDING, 0);
        youTube.tell("play()");
        youTube.run(5);
        youTube.tell("jump(100)");
        youTube.run(3);
        STAGE.button("Forward 10 s").click();
        youTube.untilItHeard("seekTo");
        youTube.run(2);
        youTube.tell("pause()");
        STAGE.awaitReportAt(115);

        assertThat(youTube.seconds()).containsExactly(0, 1, 2, 3, 4, 100, 101, 102, 113, 114);
    }

    @Test
    void whileItBuffersNothingIsCounted() {
        youTube.mount(RECORDING, 0);
        youTube.tell("play()");
        youTube.run(3);
        youTube.tell("buffer()");
        STAGE.page().clock().runFor(8_000);
        youTube.tell("jump(9)");
        youTube.tell("play()");
        youTube.run(2);
        youTube.tell("pause()");
        STAGE.awaitReportAt(11);

        assertThat(youTube.seconds()).containsExactly(0, 1, 2, 9, 10);
    }

    @Test
    void theEndIsReportedAsTheWholeLength() {
        youTube.mount(RECORDING, 0);
        youTube.tell("play()");
        youTube.tell("jump(597.6)");
        youTube.run(3);
        STAGE.awaitReportAt(600);

        assertThat(youTube.seconds()).containsExactly(598, 599);
    }

    @Test
    void itGoesOnWhereTheStudentStopped() {
        youTube.mount(RECORDING, 125);
        assertThat(youTube.address()).contains("start=125");

        STAGE.button("Resume at 2:05").click();
        youTube.untilItHeard("playVideo");
        youTube.run(2);
        youTube.tell("pause()");
        STAGE.awaitReportAt(127);

        assertThat(youTube.seconds()).containsExactly(125, 126);
    }

    @Test
    void itBeginsAnewOnRequest() {
        youTube.mount(RECORDING, 125);
        STAGE.button("Start over").click();
        youTube.untilItHeard("playVideo");

        assertThat(youTube.heard()).contains("\"seekTo\",\"args\":[0,true]");
    }

    @Test
    void theSpeedIsSetThereAndFollowedFromThere() {
        youTube.mount(RECORDING, 0);
        STAGE.page().getByLabel("Speed").selectOption("1.5");
        youTube.untilItHeard("setPlaybackRate");
        assertThat(youTube.heard()).contains("\"setPlaybackRate\",\"args\":[1.5]");

        youTube.tell("commands.setPlaybackRate(2)");
        assertThat(STAGE.page().getByLabel("Speed")).hasValue("2");
    }

    @Test
    void messagesFromElsewhereAreNotBelieved() {
        youTube.mount(RECORDING, 0);
        youTube.tell("play()");
        youTube.run(2);
        var forged = "{\"event\":\"infoDelivery\",\"info\":{\"currentTime\":500,\"playerState\":1}}";
        STAGE.page().evaluate("text => { postMessage(text, '*'); }", forged);
        STAGE.page()
                .evaluate(
                        "text => dispatchEvent(new MessageEvent('message', { data: text,"
                                + " origin: 'https://www.youtube-nocookie.com', source: window }))",
                        forged);
        STAGE.page()
                .evaluate(
                        "text => dispatchEvent(new MessageEvent('message', { data: text,"
                                + " origin: 'https://evil.example', source: document.querySelector('iframe').contentWindow }))",
                        forged);
        STAGE.page().evaluate("() => messages -= 3");
        youTube.tell("pause()");
        STAGE.awaitReportAt(2);

        assertThat(youTube.seconds()).containsExactly(0, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2   | YouTube does not know this address. Please tell your trainer.
            5   | YouTube's player failed on this recording.
            100 | This recording was removed from its site, or is private. Please tell your trainer.
            101 | The owner does not allow this recording to be played on other pages.
            150 | The owner does not allow this recording to be played on other pages.
            153 | YouTube refuses to play because this browser hides which page it is on.
            999 | This recording cannot be played here.
            """)
    void eachErrorIsASentenceAndAWayOut(int code, String sentence) {
        youTube.mount(RECORDING, 0);
        youTube.tell("fail(" + code + ")");

        assertThat(STAGE.status()).hasText(sentence);
        assertThat(STAGE.link("Watch on YouTube")).hasAttribute("href", WATCH);
    }

    @Test
    void aFrameThatDoesNotAnswerIsSpokenOfAndStillTried() {
        youTube.mountDeaf(RECORDING);
        STAGE.page().clock().runFor(16_000);
        assertThat(STAGE.status()).containsText("has not started to load yet");
        assertThat(STAGE.link("Watch on YouTube")).hasAttribute("href", WATCH);

        youTube.hear();
        youTube.untilItHeard("addEventListener");
        assertThat(STAGE.status()).hasText("");
        assertThat(STAGE.link("Watch on YouTube")).hasCount(0);
    }

    @Test
    void anAddressElsewhereIsNotFramed() {
        STAGE.open();
        STAGE.mount(
                PlayerStage.recording(
                        "YOUTUBE", Map.of("videoUrl", WATCH, "embedUrl", "https://evil.example/embed/abcdefghijk")),
                0);

        assertThat(STAGE.status()).hasText("YouTube does not know this address. Please tell your trainer.");
        assertThat(STAGE.page().locator("iframe")).hasCount(0);
        assertThat(STAGE.page().frames()).extracting(Frame::url).hasSize(1);
    }

    @Test
    void leavingThePlayerReportsWhatIsLeftAndTakesTheFrameAway() {
        youTube.mount(RECORDING, 0);
        youTube.tell("play()");
        youTube.run(4);
        STAGE.page().evaluate("() => player.destroy()");
        STAGE.awaitReports(1);

        assertThat(youTube.seconds()).containsExactly(0, 1, 2, 3);
        assertThat(STAGE.page().locator("iframe")).hasCount(0);
    }
}
