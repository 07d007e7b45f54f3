package training.powerbi.server.store;

import java.util.Set;

/// The tables of the portal, for a store that asks for their logs before the features open them one after another. A
/// table that is not named here opens more slowly, and nothing else.
final class ExpectedTables {
    static final Set<String> NAMES = Set.of(
            "access_overrides",
            "admin_actions",
            "audit_people",
            "calendar_feeds",
            "captions",
            "cohort_days",
            "cohort_moves",
            "cohorts",
            "erasures",
            "invites",
            "password_resets",
            "recordings",
            "resources",
            "sessions",
            "sign_in_places",
            "training_content",
            "user_progress",
            "users");

    private ExpectedTables() {}
}
