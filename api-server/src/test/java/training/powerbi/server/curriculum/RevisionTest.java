package training.powerbi.server.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.Decision;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.testing.MemoryLakehouse;
import training.powerbi.model.Role;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.AccessUnderTest;
import training.powerbi.server.account.People;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.store.Revisions;

/// Clients drop events that are no newer than the answer they have. An answer that claims to be newer than its
/// rows would make them drop the one event that tells of the change.
class RevisionTest {
    private static final Viewer STUDENT = new Viewer("student-1", Role.STUDENT, "session-1");
    private static final TrainingContentRow LOCKED =
            TrainingContentRow.planned(1, "Start", "First steps", Instant.parse("2026-03-01T09:00:00Z"));

    private static final TrainingContentRow UNLOCKED = LOCKED.with(
            LOCKED.state().unlocked("admin-1", Instant.parse("2026-03-02T09:00:00Z")),
            Instant.parse("2026-03-02T09:00:00Z"));

    private final MemoryLakehouse lakehouse = new MemoryLakehouse();
    private final DeltaTable<Integer, TrainingContentRow> content = lakehouse.table(TrainingContentRow.DEFINITION);

    @Test
    void anAnswerNeverClaimsToKnowOfACommitItDoesNotShow() {
        content.append(List.of(LOCKED));
        var racing = new UnlockedBehindTheReader(content);
        var clock = Clock.systemUTC();
        var people = new People();
        var rights = new AccessUnderTest(
                lakehouse, new CurriculumConfiguration.ContentDays(racing), people, ZoneOffset.UTC, clock);
        var revisions = new Revisions(lakehouse);
        var view = new DayView(racing, rights.access, rights.states, revisions);
        var curriculum = new Curriculum(racing, rights.states, rights.access, view, people, revisions, clock);

        assertOlderThanTheUnlock(curriculum.days(STUDENT, null));
        assertOlderThanTheUnlock(curriculum.day(STUDENT, 1, null).stream().toList());
    }

    private void assertOlderThanTheUnlock(List<TrainingDay> answer) {
        assertThat(answer).hasSize(1);
        assertThat(answer.getFirst().isUnlocked()).isFalse();
        assertThat(answer.getFirst().revision()).isLessThan(lakehouse.revision());
        content.append(List.of(LOCKED));
    }

    /// Whoever has just read finds, when they look again, that the day was unlocked meanwhile.
    private record UnlockedBehindTheReader(DeltaTable<Integer, TrainingContentRow> table)
            implements DeltaTable<Integer, TrainingContentRow> {

        @Override
        public TableSnapshot<Integer, TrainingContentRow> snapshot() {
            var seen = table.snapshot();
            table.append(List.of(UNLOCKED));
            return seen;
        }

        @Override
        public String name() {
            return table.name();
        }

        @Override
        public <T> CommitResult<T> update(Decision<Integer, TrainingContentRow, T> decision) {
            return table.update(decision);
        }

        @Override
        public <T> CompletableFuture<CommitResult<T>> submit(Decision<Integer, TrainingContentRow, T> decision) {
            return table.submit(decision);
        }

        @Override
        public void onChange(Consumer<TableChange<Integer, TrainingContentRow>> listener) {
            table.onChange(listener);
        }
    }
}
