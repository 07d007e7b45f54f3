package training.powerbi.server.store;

import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Where there is no endpoint to ask.
final class NoSqlEndpoint implements SqlEndpoint {

    @Override
    public SqlEndpoint.Answer ask(String select, int most) {
        throw missing();
    }

    @Override
    public Sync refresh() {
        throw missing();
    }

    private static PortalException missing() {
        return new PortalException(
                ErrorCode.NOT_FOUND,
                "This portal has no SQL endpoint to read reports from. With the tables in a lakehouse in Fabric, set"
                        + " FABRIC_SQL_ENDPOINT on the server to the host of its SQL connection string.");
    }
}
