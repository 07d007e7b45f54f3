package training.powerbi.server.curriculum;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditLog;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.audit.RecordedChange;

/// Gives a day back the texts and addresses it had before. Returns once that and its audit row are durable.
@Service
@PreAuthorize("hasRole('ADMIN')")
class DayHistory {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final AuditLog log;
    private final DayView view;
    private final BlobStore blobs;
    private final Changes changes;

    DayHistory(
            DeltaTable<Integer, TrainingContentRow> content,
            AuditLog log,
            DayView view,
            BlobStore blobs,
            Changes changes) {
        this.content = content;
        this.log = log;
        this.view = view;
        this.blobs = blobs;
        this.changes = changes;
    }

    /// @param actionId before which the day had them
    TrainingDay restore(Viewer admin, Attempt attempt, int dayNumber, String actionId) {
        var from = log.change(actionId).orElseThrow(DayHistory::notFound);
        if (from.dayNumber() == null || from.dayNumber() != dayNumber) {
            throw PortalException.badInput("actionId", "This action is not one of day " + dayNumber + ".");
        }
        // Back from now, change by change: each tells what it replaced.
        var back = log.back(from)
                .filter(change -> change.subject() == null)
                .map(RecordedChange::before)
                .toList();
        var action = attempt.to(ActionType.RESTORE_DAY, dayNumber, actionId);
        if (!changes.made(action)) {
            content.snapshot().find(dayNumber).map(TrainingContentRow::texts).ifPresent(now -> {
                var slides = back(now, back).presentationUrl();
                if (!Objects.equals(slides, now.presentationUrl())) {
                    StoredFile.requireKept(slides, blobs);
                }
            });
        }
        var restored = changes.edit(action, content, dayNumber, () -> Days.notFound(dayNumber), (day, at) -> {
            var before = day.texts();
            var after = back(before, back);
            return after.equals(before)
                    ? Change.none(day)
                    : Change.of(
                            day.edited(after, at),
                            Entry.ofDay(dayNumber, before.differingFrom(after), after.differingFrom(before)));
        });
        return view.show(admin, restored.answer(), restored.revision());
    }

    private static DayTexts back(DayTexts now, List<Map<String, @Nullable Object>> replaced) {
        var texts = now;
        for (var values : replaced) {
            texts = texts.with(values);
        }
        return texts;
    }

    private static PortalException notFound() {
        return new PortalException(ErrorCode.NOT_FOUND, "There is no such action in the audit log.");
    }
}
