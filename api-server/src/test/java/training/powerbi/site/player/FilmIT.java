package training.powerbi.site.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Films that the browser plays itself.
class FilmIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    private static void open(int resumeAt) {
        STAGE.open();
        STAGE.mount(PlayerStage.upload(STAGE.films().address("good")), resumeAt);
        STAGE.awaitFilm("film.readyState >= 1");
    }

    private static void watch(double until) {
        STAGE.awaitFilm("film.currentTime >= " + until);
    }

    private static Object whereTheNextLineIs() {
        return STAGE.page().evaluate("() => document.getElementById('below').offsetTop");
    }

    @Test
    void pausingReportsThePositionAndExactlyWhatWasPlayed() {
        open(0);
        STAGE.button("Play").click();
        watch(3);
        STAGE.button("Pause").click();
        STAGE.awaitReports(1);

        int stoppedAt = (int) STAGE.film("currentTime");
        assertThat(STAGE.lastReport().positionSeconds()).isEqualTo(stoppedAt);
        assertThat(Report.secondsOf(STAGE.server().reports()))
                .startsWith(0, 1, 2)
                .last()
                .isIn(stoppedAt - 1, stoppedAt);
    }

    @Test
    void whatWasJumpedOverIsNotReported() {
        open(0);
        STAGE.button("Play").click();
        watch(1.2);
        int left = STAGE.second("film.currentTime = 40");
        watch(41.7);
        int wentBack = STAGE.second("document.querySelectorAll('.player-controls button')[1].click()");
        watch(wentBack - 10 + 1.5);
        STAGE.button("Pause").click();
        int stopped = (int) STAGE.film("currentTime");
        STAGE.awaitReportAt(stopped);

        // However long each step took, between them lies what was not played.
        var seconds = Report.secondsOf(STAGE.server().reports());
        assertThat(seconds).contains(0, 40).doesNotContainAnyElementsOf(Report.range(left + 1, wentBack - 10 - 1));
        assertThat(seconds).doesNotContainAnyElementsOf(Report.range(stopped + 1, 40));
        assertThat(seconds).doesNotContainAnyElementsOf(Report.range(Math.max(wentBack, stopped) + 1, 60));
    }

    @Test
    void theEndIsReportedAsTheWholeLength() {
        open(0);
        STAGE.page().evaluate("() => document.querySelector('video').currentTime = 58.2");
        STAGE.button("Play").click();
        STAGE.awaitReports(1);

        assertThat(STAGE.lastReport().positionSeconds()).isEqualTo(PlayerStage.FILM_SECONDS);
        assertThat(Report.secondsOf(STAGE.server().reports())).contains(59).doesNotContain(57);
    }

    @Test
    void anOpenedPageIsNoReport() {
        open(40);
        STAGE.page().evaluate("() => player.destroy()");
        STAGE.page().navigate("about:blank");

        assertThat(STAGE.server().reports()).isEmpty();
        assertThat(STAGE.server().farewells()).isEmpty();
    }

    @Test
    void leavingThePlayerReportsWhatIsLeft() {
        open(0);
        STAGE.button("Play").click();
        watch(2);
        int left = STAGE.second("player.destroy()");
        STAGE.awaitReportAt(left);

        assertThat(Report.secondsOf(STAGE.server().reports())).contains(0, 1);
        assertThat(STAGE.page().locator(".player")).hasCount(0);
    }

    @Test
    void leavingThePageReportsInAWayThatOutlivesIt() {
        open(0);
        STAGE.button("Play").click();
        watch(2);
        STAGE.page().navigate(STAGE.server().address() + "/css/player.css");
        STAGE.page().waitForCondition(() -> !STAGE.server().farewells().isEmpty());

        assertThat(Report.secondsOf(STAGE.server().farewells())).contains(0, 1);
        assertThat(STAGE.server().farewells()).hasSize(1);
    }

    @Test
    void aFilmStandsWhereTheStudentStoppedAndGoesOnThere() {
        open(40);
        assertThat(STAGE.page().getByText("You stopped at 0:40.")).isVisible();
        assertThat(STAGE.film("currentTime")).isCloseTo(40, within(0.5));

        STAGE.button("Resume at 0:40").click();
        watch(41);

        assertThat(STAGE.page().getByText("You stopped at 0:40.")).hasCount(0);
        assertThat(STAGE.button("Pause")).isFocused();
    }

    @Test
    void aFilmBeginsAnewOnRequest() {
        open(40);
        STAGE.button("Start over").click();
        watch(0.5);

        assertThat(STAGE.film("currentTime")).isLessThan(30);
        STAGE.page().evaluate("() => player.destroy()");
        STAGE.awaitReports(1);
        assertThat(Report.secondsOf(STAGE.server().reports())).doesNotContainAnyElementsOf(Report.range(30, 60));
    }

    @Test
    void aFilmThatWasSeenToItsEndBeginsAnew() {
        open(58);

        assertThat(STAGE.page().locator(".player-resume")).hasCount(0);
        assertThat(STAGE.film("currentTime")).isZero();
    }

    @Test
    void theChosenSpeedIsKeptForTheNextRecording() {
        open(0);
        STAGE.page().getByLabel("Speed").selectOption("1.5");
        assertThat(STAGE.film("playbackRate")).isEqualTo(1.5);

        open(0);
        STAGE.awaitFilm("film.playbackRate === 1.5");
        assertThat(STAGE.page().getByLabel("Speed")).hasValue("1.5");
    }

    @Test
    void captionsAreTracksOfTheFilmAndCanBeSwitched() {
        STAGE.open();
        var captions = List.of(Map.of("language", "en", "label", "English", "url", "/test/captions.vtt"));
        var recording = PlayerStage.upload(STAGE.films().address("good"));
        recording.put("captions", captions);
        STAGE.mount(recording, 0);
        STAGE.awaitFilm("film.readyState >= 1");

        STAGE.button("Play").focus();
        STAGE.page().keyboard().press("c");
        STAGE.awaitFilm("film.textTracks[0].mode === 'showing' && film.textTracks[0].cues?.length === 1");
        STAGE.said("Captions on.");
        STAGE.page().keyboard().press("c");
        STAGE.awaitFilm("film.textTracks[0].mode === 'hidden'");
    }

    @Test
    void nothingMovesWhileAFilmLoadsAndPlays() {
        STAGE.open();
        STAGE.mount(PlayerStage.upload(STAGE.films().address("good")), 0);
        var before = whereTheNextLineIs();
        STAGE.awaitFilm("film.readyState >= 1");
        STAGE.button("Play").click();
        watch(0.5);

        assertThat(whereTheNextLineIs()).isEqualTo(before);
        var frame = STAGE.page().locator(".player-frame").boundingBox();
        assertThat(frame.width / frame.height).isCloseTo(16.0 / 9, within(0.01));
    }

    @Test
    void aTitleIsShownLiterally() {
        STAGE.open();
        var title = "<img src=x onerror=alert(1)>\"'{title}";
        var recording = PlayerStage.upload(STAGE.films().address("good"));
        recording.put("title", title);
        STAGE.mount(recording, 0);

        assertThat(STAGE.page().locator(".player")).hasAttribute("aria-label", "Player: " + title);
        assertThat(STAGE.page().locator("video")).hasAttribute("aria-label", title);
        assertThat(STAGE.page().locator("img")).hasCount(0);
    }

    @Test
    void newTitlesDoNotInterruptTheFilm() {
        open(0);
        STAGE.button("Play").click();
        watch(1);
        STAGE.page()
                .evaluate(
                        "recording => player.refresh(recording)",
                        PlayerStage.recording(
                                "UPLOAD",
                                Map.of(
                                        "title", "Renamed",
                                        "streamUrl", STAGE.films().address("newer"),
                                        "videoUrl", "https://portal.example/#/day/1")));
        watch(2);

        assertThat(STAGE.page().locator("video")).hasAttribute("aria-label", "Renamed");
        assertThat((String) STAGE.page().evaluate("() => document.querySelector('video').src"))
                .endsWith("/film/good.mp4");
    }

    @Test
    void aStreamThatTheBrowserCannotPlayIsALink() {
        STAGE.open();
        STAGE.page().evaluate("() => HTMLMediaElement.prototype.canPlayType = () => ''");
        var address = "https://films.example/session.m3u8";
        STAGE.mount(PlayerStage.recording("DIRECT", Map.of("videoUrl", address)), 0);

        assertThat(STAGE.status()).hasText("This browser cannot play this kind of stream here.");
        assertThat(STAGE.link("Open the recording itself")).hasAttribute("href", address);
        assertThat(STAGE.button("Try again")).hasCount(0);
    }

    @Test
    void anAddressThatIsNoWebAddressIsNeverOpened() {
        STAGE.open();
        STAGE.mount(PlayerStage.recording("DIRECT", Map.of("videoUrl", "javascript:alert(1)")), 0);

        assertThat(STAGE.status()).hasText("This recording cannot be played here.");
        assertThat(STAGE.page().locator(".player a")).hasCount(0);
    }
}
