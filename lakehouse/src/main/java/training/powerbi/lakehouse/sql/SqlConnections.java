package training.powerbi.lakehouse.sql;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import com.microsoft.sqlserver.jdbc.SqlAuthenticationToken;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import training.powerbi.lakehouse.SqlPlace;

/// Connections to one endpoint, encrypted and with a token. Certificates are trusted as by all of this Java.
final class SqlConnections {
    private static final Duration LOGIN = Duration.ofSeconds(10);

    /// How much longer than the question's limit the line may be silent: the driver cancels first, and is answered.
    private static final Duration SLACK = Duration.ofSeconds(3);

    /// The token was asked for a moment ago, and the connection does not live longer than a question.
    private static final Duration TOKEN_SERVES = Duration.ofMinutes(1);

    /// Settings of a data source beyond ours, such as what a test trusts.
    @FunctionalInterface
    interface Trust {
        void apply(SQLServerDataSource source);
    }

    private final SqlPlace place;
    private final LakehouseName name;
    private final Clock clock;
    private final Duration limit;
    private final Trust trust;

    SqlConnections(SqlPlace place, LakehouseName name, Clock clock, Duration limit, Trust trust) {
        this.place = place;
        this.name = name;
        this.clock = clock;
        this.limit = limit;
        this.trust = trust;
    }

    Connection open(String token) throws SQLException, IOException {
        var source = new SQLServerDataSource();
        source.setServerName(place.host());
        source.setPortNumber(place.port());
        source.setDatabaseName(name.get());
        source.setEncrypt(place.strict() ? "strict" : "true");
        source.setTrustServerCertificate(false);
        source.setApplicationName("training-portal");
        source.setLoginTimeout(Math.toIntExact(LOGIN.toSeconds()));
        source.setSocketTimeout(Math.toIntExact(limit.plus(SLACK).toMillis()));
        source.setCancelQueryTimeout(Math.toIntExact(SLACK.toSeconds()));
        // Whoever asked decides about another try.
        source.setConnectRetryCount(0);
        var until = clock.instant().plus(TOKEN_SERVES).getEpochSecond();
        source.setAccessTokenCallback((_, _) -> new SqlAuthenticationToken(token, until));
        trust.apply(source);
        return connected(source);
    }

    /// The driver says of a certificate that is not trusted what it says of a line that breaks in an answer.
    private static Connection connected(SQLServerDataSource source) throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw e.getErrorCode() == 0 ? new SQLException(e.getMessage(), SqlFailures.NO_CONNECTION, e) : e;
        }
    }
}
