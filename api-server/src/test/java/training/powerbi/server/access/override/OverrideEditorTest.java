package training.powerbi.server.access.override;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import training.powerbi.model.Role;
import training.powerbi.server.account.MovableClock;
import training.powerbi.server.curriculum.CourseUnderTest;

class OverrideEditorTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final MovableClock clock = MovableClock.stoppedAt(NOON);
    private final CourseUnderTest course = new CourseUnderTest(clock).planned(NOON);
    private final OverrideEditor editor = new OverrideEditor(
            course.rights.overrides,
            new OverrideList(course.rights.overrides, course.people, clock),
            course.rights.states,
            course.access,
            course.people,
            course.actions.changes(),
            clock);

    @Test
    void theOneMadeLastCountsThoughTheClockWasSetBackSince() {
        var trainer = course.people.add("trainer", Role.ADMIN, true, null);
        var ana = course.people.student("ana", null);
        editor.add(trainer.attempt(null), "ana", 1, true, "travels", null);
        clock.forward(Duration.ofMinutes(-55));
        assertThat(course.access.mayOpen(ana, 1)).isTrue();

        editor.add(trainer.attempt(null), "ana", 1, false, "owes homework", null);
        assertThat(course.access.mayOpen(ana, 1)).isFalse();

        editor.add(trainer.attempt(null), "ana", 1, true, "handed it in", null);
        assertThat(course.access.mayOpen(ana, 1)).isTrue();
    }
}
