package training.powerbi.lakehouse.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Set;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.files.onelake.identity.NoTokenException;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What to do when the endpoint does not answer as it should: a sentence for each kind.
final class SqlFailures {
    static final int LOGIN_FAILED = 18456;
    static final String NO_CONNECTION = "08001";
    static final String PAUSED_CAPACITY =
            "The Fabric capacity is paused, and its SQL endpoint with it. Resume it in the Azure portal and try again.";

    /// At login, and on a question.
    private static final Set<Integer> PAUSED = Set.of(24800, 24802);

    /// SELECT denied on an object or column, no permission in or to the database.
    private static final Set<Integer> NO_RIGHTS = Set.of(229, 230, 262, 297, 300, 916);

    /// No such object, no such column: the endpoint's picture of the lakehouse is older than the table.
    private static final Set<Integer> NOT_SYNCED = Set.of(207, 208);

    private static final int NO_DATABASE = 4060;
    private static final Set<String> TIME_OVER = Set.of("HY008", "HYT00", "HYT01");
    private static final String CONNECTION = "08";

    private final SqlPlace place;
    private final Duration limit;

    SqlFailures(SqlPlace place, Duration limit) {
        this.place = place;
        this.limit = limit;
    }

    /// @param isOver whether the question's time was over when it failed
    PortalException told(SQLException failure, boolean isOver) {
        return unavailable(sentence(failure, isOver), failure);
    }

    PortalException told(IOException failure) {
        return failure instanceof NoTokenException noToken
                ? noToken(noToken)
                : unavailable(
                        "Fabric's REST does not tell the lakehouse's name (" + failure.getMessage()
                                + "). Set FABRIC_SQL_DATABASE to it.",
                        failure);
    }

    static PortalException noToken(NoTokenException failure) {
        return unavailable(
                "There is no token for the SQL endpoint (" + failure.getMessage()
                        + "). Check FABRIC_TENANT_ID, FABRIC_CLIENT_ID and FABRIC_CLIENT_SECRET.",
                failure);
    }

    private String sentence(SQLException failure, boolean isOver) {
        var number = failure.getErrorCode();
        var state = String.valueOf(failure.getSQLState());
        if (PAUSED.contains(number)) {
            return PAUSED_CAPACITY;
        }
        if (number == LOGIN_FAILED || NO_RIGHTS.contains(number)) {
            return "The SQL endpoint does not let the " + place.lakehouse().identity() + " read (error " + number
                    + "). Make it a Contributor of the workspace (Manage access).";
        }
        if (number == NO_DATABASE) {
            return "The SQL endpoint has no such database, or it is not ours to open (error 4060). Set"
                    + " FABRIC_SQL_DATABASE to the lakehouse's name, and look at the workspace's Manage access.";
        }
        if (NOT_SYNCED.contains(number)) {
            return "The SQL endpoint does not show this table or column: not synced yet. Try again in a minute, or"
                    + " have the endpoint refreshed.";
        }
        if (failure instanceof SQLTimeoutException || TIME_OVER.contains(state) || isCut(failure, isOver)) {
            return "The SQL endpoint did not answer within " + limit.toSeconds()
                    + " seconds. It may be waking up: try again in a minute.";
        }
        return number == 0
                ? brokenLine(state)
                : "The SQL endpoint answered with error " + number + ". The log has more.";
    }

    private static boolean isCut(SQLException failure, boolean isOver) {
        return isOver && failure.getErrorCode() == 0 && !NO_CONNECTION.equals(failure.getSQLState());
    }

    private String brokenLine(String state) {
        if (NO_CONNECTION.equals(state)) {
            return "The SQL endpoint at " + place.host() + " is not reached, or not trusted. Check FABRIC_SQL_ENDPOINT,"
                    + " the network and Java's trust store; the log has more.";
        }
        return state.startsWith(CONNECTION)
                ? "The line to the SQL endpoint broke in the middle of the answer, so none of it is shown. Try again."
                : "What the SQL endpoint sent cannot be read, so none of it is shown. Try again; the log has more.";
    }

    private static PortalException unavailable(String sentence, Throwable cause) {
        return new PortalException(ErrorCode.STORAGE_UNAVAILABLE, sentence, cause);
    }
}
