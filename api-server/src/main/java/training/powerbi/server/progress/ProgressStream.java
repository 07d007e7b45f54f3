package training.powerbi.server.progress;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.model.UserProgress;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.live.Broadcast;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;
import training.powerbi.server.store.Revisions;

/// Live progress: everyone's for admins, the own for students.
@Component
class ProgressStream {
    private final Broadcast<Progressed> events = new Broadcast<>();
    private final StudentProgress progressOf;

    ProgressStream(DeltaTable<ProgressKey, UserProgressRow> progress, StudentProgress progressOf, Revisions revisions) {
        this.progressOf = progressOf;
        progress.onChange(change -> announce(change, revisions.of(progress, change)));
    }

    private record Progressed(UserProgressRow row, long revision) {}

    private void announce(TableChange<ProgressKey, UserProgressRow> change, long revision) {
        for (var row : change.rows()) {
            var after = row.after();
            if (after != null) {
                events.send(new Progressed(after, revision));
            }
        }
    }

    @PreAuthorize("isAuthenticated()")
    Flux<UserProgress> updates(Viewer viewer) {
        return events.stream()
                .filter(event -> viewer.isAdmin() || event.row().userId().equals(viewer.userId()))
                .map(event -> progressOf.show(viewer, event.row(), event.revision()));
    }
}
