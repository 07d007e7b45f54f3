package training.powerbi.site.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens to reports that cannot be delivered at once.
class DeliveryIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    private static final String WAITING = "Your progress is kept here and sent later.";

    private static void watchAndPause(double until) {
        STAGE.button("Play").click();
        STAGE.awaitFilm("film.currentTime >= " + until);
        STAGE.button("Pause").click();
    }

    private static void open() {
        // The browser itself reports each failed request.
        STAGE.site().expect("503").expect("ERR_INTERNET_DISCONNECTED");
        STAGE.open();
        STAGE.mount(PlayerStage.upload(STAGE.films().address("good")), 0);
        STAGE.awaitFilm("film.readyState >= 4");
    }

    private static String stored() {
        return (String) STAGE.page().evaluate("() => localStorage.getItem('portal.outbox.student-1') ?? ''");
    }

    @Test
    void offlineProgressIsKeptAndSentWhenTheNetworkIsBack() {
        open();
        STAGE.page().context().setOffline(true);
        watchAndPause(2.6);
        assertThat(STAGE.status()).hasText(WAITING);
        watchAndPause(4.6);
        assertThat(STAGE.server().reports()).isEmpty();

        STAGE.page().context().setOffline(false);
        STAGE.awaitReports(1);
        STAGE.page().waitForCondition(() -> stored().isEmpty());

        // In one report or in two, as the timer and the network's return fall: their union is what counts.
        assertThat(Report.secondsOf(STAGE.server().reports())).contains(0, 1, 2, 3, 4);
        STAGE.said("Your progress is sent.");
    }

    @ParameterizedTest
    @CsvSource({"STORAGE_FULL, false", "STORAGE_UNAVAILABLE, true", "TOO_MANY_REQUESTS, true", "UNAUTHENTICATED, false"
    })
    void progressIsKeptWhileTheServerCannotTakeItAndGoesWithTheNextSuccess(String code, boolean retryable) {
        open();
        STAGE.server().refuse(code, retryable);
        watchAndPause(1.6);
        assertThat(STAGE.status()).hasText(WAITING);

        STAGE.server().accept();
        watchAndPause(2.8);
        STAGE.page()
                .waitForCondition(
                        () -> stored().isEmpty() && STAGE.server().reports().size() >= 2);

        assertThat(Report.secondsOf(STAGE.server().reports())).startsWith(0, 1, 2);
    }

    @Test
    void nothingIsReportedWhileTheServerWantsToBeLeftAlone() {
        open();
        STAGE.server().refuseFor(300);
        watchAndPause(1.6);
        assertThat(STAGE.status()).hasText(WAITING);
        watchAndPause(2.8);
        STAGE.page().waitForCondition(() -> stored().contains("\"toSeconds\":3"));
        STAGE.page().evaluate("() => player.destroy()");

        assertThat(STAGE.server().refused()).isEqualTo(1);
        assertThat(STAGE.server().farewells()).isEmpty();
    }

    @Test
    void progressThatWaitsOutlivesThePage() {
        open();
        STAGE.server().refuse("STORAGE_FULL", false);
        watchAndPause(2);
        assertThat(STAGE.status()).hasText(WAITING);
        STAGE.page().evaluate("() => { player.destroy(); outbox.close(); }");

        STAGE.server().accept();
        STAGE.open();
        STAGE.mount(PlayerStage.upload(STAGE.films().address("good")), 2);
        STAGE.awaitReports(1);

        assertThat(Report.secondsOf(STAGE.server().reports())).startsWith(0, 1);
    }

    @Test
    void aReportThatIsRefusedForGoodIsNotKept() {
        open();
        STAGE.server().refuse("RECORDING_NOT_FOUND", false);
        watchAndPause(1);

        assertThat(STAGE.status()).containsText("could not be saved");
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatWasWatchedBeforeTheDayWasLockedIsKept() {
        open();
        STAGE.server().refuse("DAY_LOCKED", false);
        watchAndPause(1);

        STAGE.page().waitForCondition(() -> !stored().isEmpty());
    }

    @Test
    void oneRequestAtATimeAndWhatComesMeanwhileIsMerged() {
        open();
        STAGE.server().hold();
        watchAndPause(1.1);
        STAGE.page().waitForCondition(() -> STAGE.server().held() == 1);
        watchAndPause(2.2);
        watchAndPause(3.3);
        STAGE.server().release();
        STAGE.awaitReports(2);

        assertThat(STAGE.server().mostAtOnce()).isEqualTo(1);
        assertThat(STAGE.lastReport().watched())
                .singleElement()
                .satisfies(part -> assertThat(part.toSeconds()).isGreaterThanOrEqualTo(3));
    }

    @Test
    void hidingThePageReportsOnceAndTheNextReportRepeatsIt() {
        open();
        STAGE.button("Play").click();
        STAGE.awaitFilm("film.currentTime >= 2");
        STAGE.page()
                .evaluate(
                        "() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });"
                                + " document.dispatchEvent(new Event('visibilitychange')); }");
        STAGE.page().waitForCondition(() -> !STAGE.server().farewells().isEmpty());
        STAGE.page().evaluate("() => { delete document.visibilityState; }");
        STAGE.button("Pause").click();
        STAGE.awaitReports(1);

        assertThat(STAGE.server().farewells()).hasSize(1);
        assertThat(Report.secondsOf(STAGE.server().farewells())).contains(0, 1);
        assertThat(Report.secondsOf(STAGE.server().reports())).contains(0, 1);
    }
}
