package training.powerbi.server.curriculum;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.model.DayChangeKind;
import training.powerbi.server.access.CohortDayRow;
import training.powerbi.server.access.DayState;
import training.powerbi.server.curriculum.DayChanged.ForWhom;
import training.powerbi.server.store.Revisions;

/// Says what a commit changed of days, and for whom, whichever server or program made it.
@Component
class DayNews {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayStream stream;
    private final Revisions revisions;

    DayNews(
            DeltaTable<Integer, TrainingContentRow> content,
            DeltaTable<String, CohortDayRow> cohortDays,
            DayStream stream,
            Revisions revisions) {
        this.content = content;
        this.stream = stream;
        this.revisions = revisions;
        content.onChange(this::contentChanged);
        cohortDays.onChange(change -> cohortDaysChanged(change, revisions.of(cohortDays, change)));
    }

    private void contentChanged(TableChange<Integer, TrainingContentRow> change) {
        long revision = revisions.of(content, change);
        for (var row : change.rows()) {
            var after = row.after();
            if (after != null) {
                contentChanged(row.before(), after, revision);
            }
        }
    }

    private void contentChanged(@Nullable TrainingContentRow before, TrainingContentRow after, long revision) {
        var main = after.state();
        var state = before == null ? null : before.state();
        boolean texts = before == null || !before.sameOutline(after);
        if (state != null && !state.differs(main)) {
            send(after.dayNumber(), DayChangeKind.EDITED, texts, revision, new ForWhom.Everyone());
            return;
        }
        boolean outline = texts || state == null || !state.sameOutline(main);
        var kind = main.since(state);
        send(after.dayNumber(), kind, outline, revision, new ForWhom.Cohort(main.cohortId()));
        if (before == null || !before.sameContent(after)) {
            send(after.dayNumber(), DayChangeKind.EDITED, texts, revision, new ForWhom.OtherCohorts(main.cohortId()));
        }
    }

    private void cohortDaysChanged(TableChange<String, CohortDayRow> change, long revision) {
        for (var row : change.rows()) {
            if (row.after() != null) {
                var after = row.after().state();
                var before = row.before() == null
                        ? DayState.untouched(after.cohortId(), after.dayNumber())
                        : row.before().state();
                send(
                        after.dayNumber(),
                        after.since(before),
                        !before.sameOutline(after),
                        revision,
                        new ForWhom.Cohort(after.cohortId()));
            }
        }
    }

    private void send(int dayNumber, DayChangeKind kind, boolean outline, long revision, ForWhom forWhom) {
        stream.send(new DayChanged(dayNumber, kind, outline, revision, forWhom));
    }
}
