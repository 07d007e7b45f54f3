package training.powerbi.server.curriculum;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;

/// Changes days. Each method returns once the change and its audit row are durable; what changes nothing writes
/// nothing.
@Service
@PreAuthorize("hasRole('ADMIN')")
class CurriculumEditor {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayView view;
    private final Lakehouse lakehouse;
    private final AuditTrail audit;
    private final Clock clock;

    CurriculumEditor(
            DeltaTable<Integer, TrainingContentRow> content,
            DayView view,
            Lakehouse lakehouse,
            AuditTrail audit,
            Clock clock) {
        this.content = content;
        this.view = view;
        this.lakehouse = lakehouse;
        this.audit = audit;
        this.clock = clock;
    }

    TrainingDay setUnlocked(Viewer admin, int dayNumber, boolean unlocked, @Nullable String key) {
        var attempt = Attempt.by(admin.userId(), key, dayNumber);
        boolean repeated = audit.done(attempt, unlocked ? ActionType.UNLOCK_DAY : ActionType.LOCK_DAY);
        return view.show(admin, content.update(now -> {
            var day = require(now, dayNumber);
            return repeated || day.isUnlocked() == unlocked ? Verdict.unchanged(day) : turn(attempt, day, unlocked);
        }));
    }

    private Verdict<Integer, TrainingContentRow, TrainingContentRow> turn(
            Attempt attempt, TrainingContentRow day, boolean unlocked) {
        var turned = turned(attempt, day, unlocked);
        return Verdict.upsert(turned, note(attempt, day, turned));
    }

    private TrainingContentRow turned(Attempt attempt, TrainingContentRow day, boolean unlocked) {
        return unlocked ? day.unlocked(attempt.adminId(), instant()) : day.locked(instant());
    }

    private CommitNote note(Attempt attempt, TrainingContentRow before, TrainingContentRow after) {
        return audit.note(
                attempt,
                after.isUnlocked() ? ActionType.UNLOCK_DAY : ActionType.LOCK_DAY,
                after.dayNumber(),
                null,
                Map.of("isUnlocked", before.isUnlocked()),
                Map.of("isUnlocked", after.isUnlocked()));
    }

    /// Unlocks what is locked, in one commit with one audit row per day. The first of them is under the attempt's own
    /// id, so that its key is known after a restart.
    List<TrainingDay> unlockAll(Viewer admin, @Nullable String key) {
        var attempt = Attempt.by(admin.userId(), key);
        boolean repeated = audit.done(attempt, ActionType.UNLOCK_DAY);
        content.update(now -> {
            var turned = new ArrayList<TrainingContentRow>();
            var notes = new ArrayList<CommitNote>();
            now.rows().filter(day -> !repeated && !day.isUnlocked()).forEach(day -> {
                var part = turned.isEmpty() ? attempt : attempt.part("day " + day.dayNumber());
                var unlocked = turned(part, day, true);
                if (!audit.done(part, ActionType.UNLOCK_DAY)) {
                    turned.add(unlocked);
                    notes.add(note(part, day, unlocked));
                }
            });
            return new Verdict<>(turned, List.of(), notes, turned.size());
        });
        long revision = lakehouse.revision();
        return content.snapshot()
                .rows()
                .sorted(Comparator.comparingInt(TrainingContentRow::dayNumber))
                .map(row -> view.show(admin, row, revision))
                .toList();
    }

    TrainingDay update(Viewer admin, int dayNumber, UpdateDayInput input, @Nullable String key) {
        var attempt = Attempt.by(admin.userId(), key, dayNumber, input);
        boolean repeated = audit.done(attempt, ActionType.UPDATE_DAY);
        return view.show(admin, content.update(now -> {
            var day = require(now, dayNumber);
            return repeated ? Verdict.unchanged(day) : edit(attempt, day, input);
        }));
    }

    private Verdict<Integer, TrainingContentRow, TrainingContentRow> edit(
            Attempt attempt, TrainingContentRow day, UpdateDayInput input) {
        var expected = input.expectedEditVersion();
        if (expected != null && expected != day.editVersionOrFirst()) {
            throw new PortalException(
                    ErrorCode.CONFLICTING_UPDATE,
                    "Someone else changed this day meanwhile; load it again and repeat your edit.");
        }
        var before = day.texts();
        var after = input.applyTo(before);
        if (after.equals(before)) {
            return Verdict.unchanged(day);
        }
        return Verdict.upsert(
                day.edited(after, instant()),
                audit.note(
                        attempt,
                        ActionType.UPDATE_DAY,
                        day.dayNumber(),
                        null,
                        before.differingFrom(after),
                        after.differingFrom(before)));
    }

    private static TrainingContentRow require(TableSnapshot<Integer, TrainingContentRow> now, int dayNumber) {
        return now.find(dayNumber).orElseThrow(() -> Days.notFound(dayNumber));
    }

    private Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
