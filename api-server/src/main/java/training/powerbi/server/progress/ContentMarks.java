package training.powerbi.server.progress;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.ContentType;
import training.powerbi.model.UserProgress;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;
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
    private final AuditTrail audit;
    private final Clock clock;

    ContentMarks(
            DeltaTable<ProgressKey, UserProgressRow> progress,
            StudentProgress progressOf,
            ViewedContent viewed,
            DayAccess access,
            Accounts accounts,
            AuditTrail audit,
            Clock clock) {
        this.progress = progress;
        this.progressOf = progressOf;
        this.viewed = viewed;
        this.access = access;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    UserProgress mark(Viewer viewer, @Nullable String userId, int dayNumber, ContentType type, @Nullable String key) {
        var owner = StudentProgress.owner(viewer, userId);
        access.require(viewer, dayNumber);
        boolean forSomeoneElse = !owner.equals(viewer.userId());
        if (forSomeoneElse) {
            accounts.require(owner);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var attempt = Attempt.by(viewer.userId(), key, owner, dayNumber, type);
        // Seen twice is seen; only a key that belongs to something else is refused.
        audit.done(attempt, ActionType.MARK_CONTENT_VIEWED);
        var marked = progress.update(snapshot -> {
            var progressKey = new ProgressKey(owner, dayNumber);
            var before = snapshot.find(progressKey).orElseGet(() -> UserProgressRow.untouched(progressKey, now));
            var after = viewed.add(type, before, now);
            var notes = forSomeoneElse && !after.reachedAsMuchAs(before)
                    ? List.of(note(attempt, before, after))
                    : List.<CommitNote>of();
            return new Verdict<>(List.of(after), List.of(), notes, after);
        });
        return progressOf.committed(viewer, marked.answer(), marked.version());
    }

    private CommitNote note(Attempt attempt, UserProgressRow before, UserProgressRow after) {
        return audit.note(
                attempt,
                ActionType.MARK_CONTENT_VIEWED,
                after.dayNumber(),
                after.userId(),
                Map.of("completionPercentage", before.completionPercentage()),
                Map.of("completionPercentage", after.completionPercentage()));
    }
}
