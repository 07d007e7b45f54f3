package training.powerbi.server.progress;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.ContentType;
import training.powerbi.model.UserProgress;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;

/// Marks slides or recordings of a day as seen: by students for themselves, by admins for anyone, which is
/// audited. Returns once the mark is durable.
@Service
@PreAuthorize("isAuthenticated()")
class ContentMarks {
    private final DeltaTable<ProgressKey, UserProgressRow> progress;
    private final StudentProgress progressOf;
    private final ViewedContent viewed;
    private final DayAccess access;
    private final Accounts accounts;
    private final Changes changes;

    ContentMarks(
            DeltaTable<ProgressKey, UserProgressRow> progress,
            StudentProgress progressOf,
            ViewedContent viewed,
            DayAccess access,
            Accounts accounts,
            Changes changes) {
        this.progress = progress;
        this.progressOf = progressOf;
        this.viewed = viewed;
        this.access = access;
        this.accounts = accounts;
        this.changes = changes;
    }

    UserProgress mark(Viewer viewer, Attempt attempt, @Nullable String userId, int dayNumber, ContentType type) {
        var owner = StudentProgress.owner(viewer, userId);
        access.require(viewer, dayNumber);
        boolean forSomeoneElse = !owner.equals(viewer.userId());
        if (forSomeoneElse) {
            accounts.require(owner);
        }
        var action = attempt.to(ActionType.MARK_CONTENT_VIEWED, owner, dayNumber, type);
        // Seen twice is seen; only a key that belongs to something else is refused.
        var marked = changes.run(action, progress, (rows, at) -> {
            var progressKey = new ProgressKey(owner, dayNumber);
            var before = rows.find(progressKey).orElseGet(() -> UserProgressRow.untouched(progressKey, at));
            var after = viewed.add(type, before, at);
            return forSomeoneElse && !after.reachedAsMuchAs(before)
                    ? Change.of(after, entry(before, after))
                    : Change.unaudited(after);
        });
        return progressOf.show(viewer, marked.answer(), marked.revision());
    }

    private static Entry entry(UserProgressRow before, UserProgressRow after) {
        return new Entry(
                after.dayNumber(),
                after.userId(),
                Map.of("completionPercentage", before.completionPercentage()),
                Map.of("completionPercentage", after.completionPercentage()));
    }
}
