package training.powerbi.lakehouse.sql;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.files.onelake.identity.NoTokenException;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Has Fabric bring the endpoint up to date, which it else does when it likes to.
final class EndpointRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointRefresh.class);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int TOO_MANY = 429;
    private static final long PAUSE_SECONDS = 60;

    private final SqlPlace place;
    private final FabricRest fabric;

    EndpointRefresh(SqlPlace place, FabricRest fabric) {
        this.place = place;
        this.fabric = fabric;
    }

    SqlEndpoint.Sync run() {
        try {
            var item = fabric.lakehouse();
            if (item.statusCode() != OK) {
                throw refused(item);
            }
            var endpoint = FabricRest.json(item)
                    .at("/properties/sqlEndpointProperties/id")
                    .asString("");
            if (endpoint.isEmpty()) {
                throw unavailable(
                        "The lakehouse has no SQL endpoint yet. Fabric makes one within some minutes; try again.");
            }
            return answered(fabric.refresh(endpoint));
        } catch (NoTokenException e) {
            throw SqlFailures.noToken(e);
        } catch (IOException e) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "Fabric's REST at " + place.api().getHost() + " did not answer. Check the network and"
                            + " FABRIC_API_ENDPOINT; a refresh that was begun goes on by itself.",
                    e);
        }
    }

    private SqlEndpoint.Sync answered(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case OK ->
                new SqlEndpoint.Sync(
                        true,
                        FabricRest.json(answer)
                                .path("value")
                                .valueStream()
                                .map(EndpointRefresh::table)
                                .toList());
            case ACCEPTED -> new SqlEndpoint.Sync(false, List.of());
            default -> throw refused(answer);
        };
    }

    private static SqlEndpoint.SyncedTable table(JsonNode table) {
        return new SqlEndpoint.SyncedTable(
                table.path("tableName").asString(""),
                table.path("status").asString(""),
                instant(table.path("lastSuccessfulSyncDateTime").asString("")));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private PortalException refused(HttpResponse<String> answer) {
        LOG.warn("Fabric's REST answered {}: {}", answer.statusCode(), answer.body());
        if (answer.body().contains("CapacityNotActive")) {
            return unavailable(SqlFailures.PAUSED_CAPACITY);
        }
        return switch (answer.statusCode()) {
            case 401, 403 ->
                unavailable(
                        "Fabric's REST does not let the " + place.lakehouse().identity() + " refresh (status "
                                + answer.statusCode()
                                + "). Make it a Contributor of the workspace (Manage access), and let service"
                                + " principals use Fabric APIs (tenant settings).");
            case 404 ->
                unavailable("Fabric's REST knows no such lakehouse or endpoint (status 404). Check FABRIC_WORKSPACE_ID,"
                        + " FABRIC_LAKEHOUSE_ID and the workspace's Manage access.");
            case TOO_MANY ->
                PortalException.tooManyRequests(
                        "Fabric takes no further refresh at the moment. Try again in a minute.",
                        answer.headers().firstValueAsLong("Retry-After").orElse(PAUSE_SECONDS));
            default -> unavailable("Fabric's REST answered with status " + answer.statusCode() + ". The log has more.");
        };
    }

    private static PortalException unavailable(String sentence) {
        return new PortalException(ErrorCode.STORAGE_UNAVAILABLE, sentence);
    }
}
