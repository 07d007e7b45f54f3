package training.powerbi.lakehouse.sql;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.lakehouse.files.onelake.rest.BlobClient;
import training.powerbi.model.error.PortalException;

/// One question at a time, each by a connection of its own: reports are rare, and a connection kept open would keep
/// the capacity from its rest.
public final class FabricSqlEndpoint implements SqlEndpoint {
    /// The longest a question may run.
    static final Duration LIMIT = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(FabricSqlEndpoint.class);
    private static final Duration TURN = Duration.ofSeconds(3);
    private static final String DEFAULT_SCHEMA = "dbo";

    private final String schema;
    private final AccessTokens tokens;
    private final SqlConnections connections;
    private final EndpointRefresh refresh;
    private final SqlFailures failures;
    private final Duration limit;
    private final Semaphore turn = new Semaphore(1, true);

    public static FabricSqlEndpoint of(SqlPlace place, Clock clock) {
        var http = BlobClient.http().build();
        return of(place, http, clock, LIMIT, source -> {});
    }

    static FabricSqlEndpoint of(
            SqlPlace place, HttpClient http, Clock clock, Duration limit, SqlConnections.Trust trust) {
        var identity = place.lakehouse().identity();
        var fabric = new FabricRest(place, AccessTokens.of(identity, AccessTokens.FABRIC, http, clock), http);
        var name = new LakehouseName(place, fabric);
        var tokens = AccessTokens.of(identity, AccessTokens.SQL, http, clock);
        return new FabricSqlEndpoint(
                place,
                tokens,
                new SqlConnections(place, name, clock, limit, trust),
                new EndpointRefresh(place, fabric),
                limit);
    }

    FabricSqlEndpoint(
            SqlPlace place, AccessTokens tokens, SqlConnections connections, EndpointRefresh refresh, Duration limit) {
        this.schema = place.lakehouse().schema().orElse(DEFAULT_SCHEMA);
        this.tokens = tokens;
        this.connections = connections;
        this.refresh = refresh;
        this.failures = new SqlFailures(place, limit);
        this.limit = limit;
    }

    @Override
    public SqlEndpoint.Answer ask(String select, int most) {
        takeTurn();
        var began = System.nanoTime();
        try {
            return answer(select.replace("{schema}", "[" + schema + "]"), most);
        } catch (SQLException e) {
            // The sentence is for people; what the endpoint said, with its number, is for whoever looks after it.
            LOG.warn("The SQL endpoint answered {} {}: {}", e.getErrorCode(), e.getSQLState(), e.getMessage());
            // One that does not even answer the driver's cancelling is cut off, which looks like a broken line.
            var isOver = Duration.ofNanos(System.nanoTime() - began).compareTo(limit) >= 0;
            throw failures.told(e, isOver);
        } catch (IOException e) {
            throw failures.told(e);
        } finally {
            turn.release();
        }
    }

    @Override
    public Sync refresh() {
        takeTurn();
        try {
            return refresh.run();
        } finally {
            turn.release();
        }
    }

    private SqlEndpoint.Answer answer(String select, int most) throws SQLException, IOException {
        var token = tokens.token();
        try (var connection = connections.open(token);
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(Math.toIntExact(limit.toSeconds()));
            try (var rows = statement.executeQuery(select)) {
                return RowReader.read(rows, most);
            }
        } catch (SQLServerException e) {
            if (e.getErrorCode() == SqlFailures.LOGIN_FAILED) {
                tokens.refused(token);
            }
            throw e;
        }
    }

    private void takeTurn() {
        try {
            if (turn.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw PortalException.tooManyRequests(
                "Another report is being read from the SQL endpoint. Try again in a few seconds.", limit.toSeconds());
    }
}
