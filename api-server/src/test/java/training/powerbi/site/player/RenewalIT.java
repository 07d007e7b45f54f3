package training.powerbi.site.player;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Ticket addresses die while a film is open.
class RenewalIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    private static void mountDead() {
        STAGE.site().expect("404").expect("503");
        STAGE.open();
        STAGE.mount(PlayerStage.upload("/film/long-dead.mp4"), 20);
    }

    @Test
    void aTicketThatIsDeadFromTheStartIsReplaced() {
        mountDead();
        STAGE.awaitFilm("film.readyState >= 1 && film.currentTime > 19");

        assertThat(STAGE.films().renewals()).isEqualTo(1);
        assertThat(STAGE.status()).hasText("");
        assertThat(STAGE.film("paused")).isEqualTo(1);
    }

    @Test
    void aTicketThatDiesMidwayIsReplacedAndTheFilmGoesOn() {
        STAGE.site().expect("404").expect("ERR_");
        STAGE.open();
        STAGE.mount(PlayerStage.upload(STAGE.films().slowAddress("mortal", 0.4)), 0);
        STAGE.awaitFilm("film.readyState >= 2");
        STAGE.page().getByLabel("Speed").selectOption("2");
        STAGE.button("Play").click();
        STAGE.awaitFilm("film.currentTime > 2");
        STAGE.films().kill("mortal");
        STAGE.page().waitForCondition(() -> STAGE.films().renewals() > 0);
        STAGE.awaitFilm("film.src.includes('renewed') && !film.paused && film.currentTime > 4");

        assertThat(STAGE.film("playbackRate")).isEqualTo(2);
        STAGE.button("Pause").click();
        STAGE.awaitReports(1);
        var seconds = Report.secondsOf(STAGE.server().reports());
        assertThat(seconds).contains(0, 1, 2);
        assertThat(seconds.last()).isLessThanOrEqualTo((int) STAGE.film("currentTime") + 1);
        assertThat(STAGE.server().reports()).extracting(Report::positionSeconds).doesNotContain(0);
    }

    @Test
    void aFilmThatWasPausedStaysPausedAndSeeksAreKept() {
        mountDead();
        STAGE.button("Forward 10 s").click();
        STAGE.awaitFilm("film.readyState >= 1 && !film.seeking && film.currentTime > 0");

        assertThat(STAGE.film("currentTime")).isCloseTo(30, within(0.5));
        assertThat(STAGE.film("paused")).isEqualTo(1);
    }

    @Test
    void aRecordingThatIsGoneSaysSo() {
        STAGE.films().refuseRenewals(404, "{\"code\": \"DAY_LOCKED\", \"retryable\": false}");
        mountDead();

        assertThat(STAGE.status()).hasText("This recording is not available any more.");
        assertThat(STAGE.page().locator(".player a")).hasCount(0);
    }

    @Test
    void anUnreachableServerIsTriedAgainAndThenByHand() {
        STAGE.films().refuseRenewals(503, "{\"code\": \"STORAGE_UNAVAILABLE\", \"retryable\": true}");
        STAGE.page().clock().install();
        mountDead();
        STAGE.page().waitForCondition(() -> {
            STAGE.page().clock().runFor(1_000);
            return STAGE.button("Try again").count() == 1;
        });
        assertThat(STAGE.status()).hasText("This recording cannot be played here.");
        assertThat(STAGE.films().renewals()).isZero();

        STAGE.films().allowRenewals();
        STAGE.button("Try again").click();
        STAGE.page().waitForCondition(() -> {
            // Once the new address is asked for, the film needs real time and not the page's.
            if (STAGE.films().renewals() == 0) {
                STAGE.page().clock().runFor(100);
            }
            return STAGE.film("readyState") >= 1;
        });
        assertThat(STAGE.status()).hasText("");
        assertThat(STAGE.films().renewals()).isEqualTo(1);
    }

    @Test
    void aLinkFilmThatDoesNotLoadOffersItsAddress() {
        STAGE.site().expect("404");
        STAGE.open();
        var address = STAGE.server().address() + "/film/nothing.mp4";
        STAGE.page().clock().install();
        STAGE.mount(PlayerStage.recording("DIRECT", Map.of("videoUrl", address)), 0);
        STAGE.page().waitForCondition(() -> {
            STAGE.page().clock().runFor(1_000);
            return STAGE.button("Try again").count() == 1;
        });

        assertThat(STAGE.link("Open the recording itself")).hasAttribute("href", address);
        assertThat(STAGE.films().renewals()).isZero();
    }
}
