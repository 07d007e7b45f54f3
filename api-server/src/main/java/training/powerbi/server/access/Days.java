package training.powerbi.server.access;

import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Failures about days, worded once.
public final class Days {
    private Days() {}

    public static PortalException notFound(int dayNumber) {
        return new PortalException(ErrorCode.DAY_NOT_FOUND, "There is no day " + dayNumber + " in this course.");
    }

    public static PortalException locked(int dayNumber) {
        return new PortalException(
                ErrorCode.DAY_LOCKED,
                "Day " + dayNumber + " is not open yet; your trainer opens it after the session.");
    }
}
