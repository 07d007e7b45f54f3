package training.powerbi.server.access.cohort;

import org.jspecify.annotations.Nullable;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.CohortRow;

/// What an admin says of a cohort.
///
/// @param timeZone null for the course's
/// @param startsOn an ISO date; null when that is not said
public record CohortInput(
        String name, @Nullable String timeZone, @Nullable String startsOn) {
    private static final int LONGEST = 100;

    /// The same with its texts as they are kept.
    ///
    /// @throws PortalException BAD_USER_INPUT naming the field
    public CohortInput checked() {
        var text = TypedText.of("name", name);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw PortalException.badInput("name", "The name of a cohort has 1 to " + LONGEST + " characters.");
        }
        CohortRow.zone(timeZone);
        CohortRow.date(startsOn);
        return new CohortInput(text, timeZone, startsOn);
    }
}
