package training.powerbi.desktop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import training.powerbi.client.UnreachableException;
import training.powerbi.desktop.testing.Desk;

class NoticesTest {
    private final Desk desk = Desk.atOnce();
    private final Notices notices = desk.screen.notices();

    @Test
    void aLaterWordOnTheSameTakesTheEarliersPlace() {
        notices.undo("lock 3", "Day 3 is open to the class.", "Undo", () -> {});
        notices.undo("lock 4", "Day 4 is open to the class.", "Undo", () -> {});
        notices.undo("lock 3", "Day 3 is locked.", "Undo", () -> {});

        assertThat(notices.shown())
                .extracting(Notices.Notice::text)
                .containsExactly("Day 4 is open to the class.", "Day 3 is locked.");
    }

    @Test
    void aPortalOutOfReachIsForgottenOnceItAnswers() {
        desk.screen.problem(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "refused"));
        notices.problem("Something else.");
        desk.screen.reached();

        assertThat(notices.shown()).extracting(Notices.Notice::text).containsExactly("Something else.");
    }
}
