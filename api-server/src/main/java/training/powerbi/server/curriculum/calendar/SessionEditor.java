package training.powerbi.server.curriculum.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.curriculum.DayKeeper;
import training.powerbi.server.curriculum.DayView;

/// Says where a day's session takes place and how long it takes. Returns once that and its audit row are durable.
@Service
@PreAuthorize("hasRole('ADMIN')")
class SessionEditor {
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_MINUTES = (int) Duration.ofDays(1).toMinutes();

    private final DayKeeper keeper;
    private final DayView view;

    SessionEditor(DayKeeper keeper, DayView view) {
        this.keeper = keeper;
        this.view = view;
    }

    /// @param joinUrl null takes the address away
    /// @param minutes null for the usual length
    TrainingDay set(
            Viewer admin,
            Attempt attempt,
            String cohortId,
            int dayNumber,
            @Nullable String joinUrl,
            @Nullable Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            throw PortalException.badInput("sessionMinutes", "A session takes 1 to " + MOST_MINUTES + " minutes.");
        }
        var address = joinUrl == null ? null : checked(joinUrl);
        var action = attempt.to(ActionType.SET_SESSION, cohortId, dayNumber, address, minutes);
        return view.show(
                admin,
                keeper.change(
                        action,
                        cohortId,
                        dayNumber,
                        null,
                        (day, at) ->
                                Objects.equals(day.joinUrl(), address) && Objects.equals(day.sessionMinutes(), minutes)
                                        ? day
                                        : day.session(address, minutes, at)));
    }

    private static String checked(String typed) {
        var address = TypedText.of("joinUrl", typed);
        try {
            var uri = new URI(address);
            if (address.length() <= LONGEST_ADDRESS
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            // Said below.
        }
        throw PortalException.badInput(
                "joinUrl", "The joinUrl must be an https:// address, such as the one Teams gives for the meeting.");
    }
}
