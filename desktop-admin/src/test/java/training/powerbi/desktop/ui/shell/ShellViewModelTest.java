package training.powerbi.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.FakeSession;
import training.powerbi.desktop.testing.NoActions;

class ShellViewModelTest {
    private final Desk desk = Desk.atOnce();
    private final NoActions actions = new NoActions();
    private final ShellViewModel shell = new ShellViewModel(
            Desk.config("Course", null), new FakeSession(), desk.state, desk.screen, desk.dialogs, () -> "", actions);

    @Test
    void signingOutAsksWhatShallBecomeOfUnsavedWords() {
        actions.unsaved = List.of("Day 3: title and description");
        desk.dialogs.consent = false;
        shell.signOut();
        assertThat(desk.dialogs.questions)
                .containsExactly("Some of what you typed is not saved Day 3: title and description");
        assertThat(actions.signedOut).isZero();

        desk.dialogs.consent = true;
        shell.signOut();
        assertThat(actions.signedOut).isOne();
    }

    @Test
    void ofAPortalWhoseStoreIsAwayItSaysOfWhenIsWhatOneSees() {
        assertThat(shell.staleText().getValue()).isEmpty();

        desk.storeAwaySince(Instant.parse("2026-11-30T14:05:00Z"));
        assertThat(shell.staleText().getValue())
                .contains("paused or out of reach. What you see is as of", "2:05", "changes wait")
                .doesNotContain("{");

        desk.storeAwaySince(null);
        assertThat(shell.staleText().getValue()).isEmpty();
    }

    @Test
    void theWindowClosesUnaskedWhenAllIsSaved() {
        assertThat(shell.mayClose()).isTrue();
        assertThat(desk.dialogs.questions).isEmpty();

        actions.unsaved = List.of("Day 3: title and description");
        desk.dialogs.consent = false;
        assertThat(shell.mayClose()).isFalse();
    }
}
