package training.powerbi.cli.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PersonAccount;
import training.powerbi.model.UserProgress;

/// How far somebody is with a day, as it is exported.
///
/// @param email empty when the account is gone
record ProgressLine(
        String email,
        String displayName,
        String userId,
        int dayNumber,
        double completionPercentage,
        boolean viewedPresentation,
        boolean viewedRecording,
        @Nullable Instant lastAccessed) {
    static final List<String> COLUMNS = List.of(
            "email",
            "displayName",
            "userId",
            "dayNumber",
            "completionPercentage",
            "viewedPresentation",
            "viewedRecording",
            "lastAccessed");

    static ProgressLine of(UserProgress progress, @Nullable PersonAccount account) {
        var name = account == null ? null : account.displayName();
        return new ProgressLine(
                account == null ? "" : account.email(),
                name == null ? "" : name,
                progress.userId(),
                progress.dayNumber(),
                progress.completionPercentage(),
                progress.viewedPresentation(),
                progress.viewedRecording(),
                progress.lastAccessed());
    }

    List<String> values() {
        return List.of(
                email,
                displayName,
                userId,
                Integer.toString(dayNumber),
                Double.toString(completionPercentage),
                Boolean.toString(viewedPresentation),
                Boolean.toString(viewedRecording),
                lastAccessed == null ? "" : lastAccessed.toString());
    }
}
