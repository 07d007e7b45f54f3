package training.powerbi.server.progress;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.MoveRow;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;
import training.powerbi.server.recording.RecordingCatalog;
import training.powerbi.server.recording.RecordingCatalog.Length;
import training.powerbi.server.start.BeforeFirstRequest;

/// Keeps everyone's completion right when recordings come, go or turn out longer: the table says it, not only the
/// answers, because reports are made of the table. What could not be written, or was cut off by a stop, is written
/// with the table's next change or at the next start, which looks at every row.
@Component
class Recount extends BeforeFirstRequest {
    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    // Of those who listen to progress each hears of every row; a larger commit could leave them behind.
    private static final int MOST_AT_ONCE = 500;

    private final DeltaTable<ProgressKey, UserProgressRow> progress;
    private final RecordingCatalog catalog;
    private final PlaybackFormat format;
    private final DayAccess access;
    private final Set<Integer> owed = ConcurrentHashMap.newKeySet();

    Recount(
            DeltaTable<ProgressKey, UserProgressRow> progress,
            DeltaTable<String, MoveRow> moves,
            RecordingCatalog catalog,
            PlaybackFormat format,
            DayAccess access) {
        this.progress = progress;
        this.catalog = catalog;
        this.format = format;
        this.access = access;
        catalog.onLengthsChange(this::recount);
        moves.onChange(change -> change.rows().stream()
                .flatMap(row -> Stream.ofNullable(row.after()))
                .flatMap(move -> progress.snapshot().select(UserProgressRow.BY_USER, move.userId()).stream())
                .mapToInt(UserProgressRow::dayNumber)
                .distinct()
                .forEach(this::recount));
        progress.onChange(change -> retry());
    }

    /// Corrects all rows in one commit; none when all are right.
    @Override
    protected void run() {
        try {
            var corrected = progress.update(now -> {
                return corrections(now.rows(), Integer.MAX_VALUE);
            });
            if (corrected.answer() > 0) {
                LOG.info("Progress: {} rows counted anew", corrected.answer());
            }
        } catch (RuntimeException failure) {
            // A portal that shows an old figure is of more use than none.
            progress.snapshot().rows().forEach(row -> owed.add(row.dayNumber()));
            LOG.warn("Progress could not be counted anew and will be later", failure);
        }
    }

    private void recount(int day) {
        var _ = progress.submit(now -> {
                    return corrections(now.rows().filter(row -> row.dayNumber() == day), MOST_AT_ONCE);
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        owed.add(day);
                        LOG.warn("Progress with day {} could not be counted anew and will be later", day, failure);
                    } else if (done.answer() == MOST_AT_ONCE) {
                        recount(day);
                    }
                });
    }

    private void retry() {
        for (var day : List.copyOf(owed)) {
            if (owed.remove(day)) {
                recount(day);
            }
        }
    }

    private Verdict<ProgressKey, UserProgressRow, Integer> corrections(Stream<UserProgressRow> rows, int most) {
        var lengths = new HashMap<Course, Collection<Length>>();
        var wrong = rows.flatMap(row -> correction(
                        row,
                        lengths.computeIfAbsent(
                                new Course(row.dayNumber(), access.cohortOf(row.userId())),
                                course -> catalog.lengths(course.dayNumber(), course.cohortId()))))
                .limit(most)
                .toList();
        return new Verdict<>(wrong, List.of(), List.of(), wrong.size());
    }

    /// What the same recordings belong to.
    private record Course(int dayNumber, String cohortId) {}

    private Stream<UserProgressRow> correction(UserProgressRow row, Collection<Length> lengths) {
        try {
            var played = format.read(row.playback());
            var text = row.playback() == null ? null : format.write(played);
            var right = row.recounted(text, Completion.of(row.viewedPresentation(), played, lengths));
            return Objects.equals(right, row) ? Stream.empty() : Stream.of(right);
        } catch (RuntimeException e) {
            LOG.warn("The playback of progress row {} cannot be read; its completion stays", row.progressId());
            return Stream.empty();
        }
    }
}
