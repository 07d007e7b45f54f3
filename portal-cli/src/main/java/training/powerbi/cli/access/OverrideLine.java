package training.powerbi.cli.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.cli.desk.When;
import training.powerbi.client.access.AccessOverride;

/// An exception as `--json` tells it.
///
/// @param isOpen true when it grants the day, false when it holds it back
/// @param expiresAt null for as long as nobody revokes it
/// @param createdBy e-mail address of who made it; null when the account is gone
record OverrideLine(
        String overrideId,
        String userId,
        String email,
        int dayNumber,
        boolean isOpen,
        String reason,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable String createdBy) {

    static OverrideLine of(AccessOverride made) {
        return new OverrideLine(
                made.overrideId(),
                made.user().userId(),
                made.user().email(),
                made.dayNumber(),
                made.isOpen(),
                made.reason(),
                made.expiresAt(),
                made.createdAt(),
                made.createdBy() == null ? null : made.createdBy().email());
    }

    static String sentence(AccessOverride made) {
        return "Day " + made.dayNumber() + (made.isOpen() ? " is open to " : " is held back from ")
                + made.user().email()
                + (made.expiresAt() == null ? " until it is revoked" : " until " + When.date(made.expiresAt()))
                + ": " + made.overrideId();
    }
}
