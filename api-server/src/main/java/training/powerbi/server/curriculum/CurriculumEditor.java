package training.powerbi.server.curriculum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.curriculum.DayKeeper.Turn;

/// Changes days. Each method returns once the change and its audit row are durable; what changes nothing writes
/// nothing.
@Service
@PreAuthorize("hasRole('ADMIN')")
class CurriculumEditor {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayKeeper keeper;
    private final DayView view;
    private final Changes changes;

    CurriculumEditor(DeltaTable<Integer, TrainingContentRow> content, DayKeeper keeper, DayView view, Changes changes) {
        this.content = content;
        this.keeper = keeper;
        this.view = view;
        this.changes = changes;
    }

    TrainingDay setUnlocked(Viewer admin, Attempt attempt, String cohortId, int dayNumber, boolean unlocked) {
        var action = ofCohort(attempt, unlocked ? ActionType.UNLOCK_DAY : ActionType.LOCK_DAY, cohortId, dayNumber);
        var turned = keeper.change(
                action,
                cohortId,
                dayNumber,
                null,
                (day, at) -> unlocked ? unlocked(day, admin.userId(), at) : locked(day, at));
        return view.show(admin, turned);
    }

    private static Action ofCohort(Attempt attempt, ActionType type, String cohortId, int dayNumber) {
        return cohortId.equals(Cohorts.MAIN) ? attempt.to(type, dayNumber) : attempt.to(type, dayNumber, cohortId);
    }

    /// What the clock opened is not unlocked any more once the clock is set back.
    private static boolean isUnlocked(DayState day, Instant at) {
        return day.isUnlocked() && day.isOpenAt(at);
    }

    private static DayState unlocked(DayState day, String adminId, Instant at) {
        return isUnlocked(day, at) ? day : day.unlocked(adminId, at);
    }

    /// What the clock opened is locked too, before anyone wrote down that it did.
    private static DayState locked(DayState day, Instant at) {
        return day.isUnlocked() || day.isOpenAt(at) ? day.locked(at) : day;
    }

    /// Unlocks what is locked, in one commit with one audit row per day.
    List<TrainingDay> unlockAll(Viewer admin, Attempt attempt, String cohortId) {
        var action = cohortId.equals(Cohorts.MAIN)
                ? attempt.to(ActionType.UNLOCK_DAY)
                : attempt.to(ActionType.UNLOCK_DAY, cohortId);
        boolean repeated = changes.made(action);
        keeper.change(action, cohortId, (days, at) -> {
            var turned = new ArrayList<DayState>();
            days.stream().filter(day -> !repeated && !isUnlocked(day, at)).forEach(day -> {
                if (turned.isEmpty() || !changes.isKnown(action.ofDay(day.dayNumber()))) {
                    turned.add(day.unlocked(admin.userId(), at));
                }
            });
            return new Turn<>(turned, turned.size());
        });
        return view.showAll(admin, cohortId);
    }

    TrainingDay update(Viewer admin, Attempt attempt, int dayNumber, UpdateDayInput input) {
        var action = attempt.to(ActionType.UPDATE_DAY, dayNumber, input);
        var edited = changes.edit(
                action, content, dayNumber, () -> Days.notFound(dayNumber), (day, at) -> edit(day, input, at));
        return view.show(admin, edited.answer(), edited.revision());
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
