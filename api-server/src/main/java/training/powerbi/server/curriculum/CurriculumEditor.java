package training.powerbi.server.curriculum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Change.Edit;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.store.Revisions;

/// Changes days. Each method returns once the change and its audit row are durable; what changes nothing writes
/// nothing.
@Service
@PreAuthorize("hasRole('ADMIN')")
class CurriculumEditor {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayView view;
    private final Changes changes;
    private final Revisions revisions;

    CurriculumEditor(
            DeltaTable<Integer, TrainingContentRow> content, DayView view, Changes changes, Revisions revisions) {
        this.content = content;
        this.view = view;
        this.changes = changes;
        this.revisions = revisions;
    }

    TrainingDay setUnlocked(Viewer admin, Attempt attempt, int dayNumber, boolean unlocked) {
        var action = attempt.to(unlocked ? ActionType.UNLOCK_DAY : ActionType.LOCK_DAY, dayNumber);
        var turned = changes.edit(
                action,
                content,
                dayNumber,
                () -> Days.notFound(dayNumber),
                (day, at) -> day.isUnlocked() == unlocked
                        ? Change.none(day)
                        : Change.of(turn(day, unlocked ? day.unlocked(admin.userId(), at) : day.locked(at))));
        return view.show(admin, turned);
    }

    private static Edit<TrainingContentRow> turn(TrainingContentRow before, TrainingContentRow after) {
        return new Edit<>(
                after,
                Entry.ofDay(
                        after.dayNumber(),
                        Map.of("isUnlocked", before.isUnlocked()),
                        Map.of("isUnlocked", after.isUnlocked())));
    }

    /// Unlocks what is locked, in one commit with one audit row per day.
    List<TrainingDay> unlockAll(Viewer admin, Attempt attempt) {
        var action = attempt.to(ActionType.UNLOCK_DAY);
        boolean repeated = changes.made(action);
        changes.run(action, content, (days, at) -> {
            var turned = new ArrayList<Edit<TrainingContentRow>>();
            days.rows().filter(day -> !repeated && !day.isUnlocked()).forEach(day -> {
                if (turned.isEmpty() || !changes.isKnown(action.ofDay(day.dayNumber()))) {
                    turned.add(turn(day, day.unlocked(admin.userId(), at)));
                }
            });
            return Change.ofDays(turned, turned.size());
        });
        var days = revisions.read(content);
        return days.rows()
                .rows()
                .sorted(Comparator.comparingInt(TrainingContentRow::dayNumber))
                .map(day -> view.show(admin, day, days.revision()))
                .toList();
    }

    TrainingDay update(Viewer admin, Attempt attempt, int dayNumber, UpdateDayInput input) {
        var action = attempt.to(ActionType.UPDATE_DAY, dayNumber, input);
        return view.show(
                admin,
                changes.edit(
                        action, content, dayNumber, () -> Days.notFound(dayNumber), (day, at) -> edit(day, input, at)));
    }

    private static Change<Integer, TrainingContentRow, TrainingContentRow> edit(
            TrainingContentRow day, UpdateDayInput input, Instant at) {
        var expected = input.expectedEditVersion();
        if (expected != null && expected != day.editVersionOrFirst()) {
            throw new PortalException(
                    ErrorCode.CONFLICTING_UPDATE,
                    "Someone else changed this day meanwhile; load it again and repeat your edit.");
        }
        var before = day.texts();
        var after = input.applyTo(before);
        return after.equals(before)
                ? Change.none(day)
                : Change.of(
                        day.edited(after, at),
                        Entry.ofDay(day.dayNumber(), before.differingFrom(after), after.differingFrom(before)));
    }
}
