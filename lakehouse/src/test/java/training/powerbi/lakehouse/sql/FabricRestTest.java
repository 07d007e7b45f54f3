package training.powerbi.lakehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class FabricRestTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer fabric;
    private volatile int status = 200;
    private volatile String body = "{\"id\": \"lh\", \"displayName\": \"portal\","
            + " \"properties\": {\"sqlEndpointProperties\": {\"id\": \"ep\"}}}";
    private volatile int refreshStatus = 200;
    private volatile String refreshed = "{}";

    @BeforeEach
    void start() throws IOException {
        fabric = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        fabric.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                var isRefresh = exchange.getRequestMethod().equals("POST");
                var bytes = (isRefresh ? refreshed : body).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(isRefresh ? refreshStatus : status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        fabric.start();
    }

    @AfterEach
    void stop() {
        fabric.stop(0);
    }

    @Test
    void fabricIsAskedOnceForTheName() throws IOException {
        var name = name(Optional.empty());

        assertThat(name.get()).isEqualTo("portal");
        assertThat(name.get()).isEqualTo("portal");
        assertThat(asked).containsExactly("/v1/workspaces/ws/lakehouses/lh Bearer token");
    }

    @Test
    void aNameThatIsSetIsNotAskedFor() throws IOException {
        assertThat(name(Optional.of("set")).get()).isEqualTo("set");
        assertThat(asked).isEmpty();
    }

    @Test
    void noNameIsSaidWithWhatToDo() {
        status = 403;
        var name = name(Optional.empty());

        assertThatThrownBy(name::get)
                .isInstanceOf(LakehouseName.NoNameException.class)
                .hasMessageContaining("403");
        status = 200;
        body = "<html>";
        assertThatThrownBy(name::get).isInstanceOf(LakehouseName.NoNameException.class);
    }

    @Test
    void aRefreshTellsOfEachTableWhenItWasTakenIn() {
        refreshed = """
                {"value": [{"tableName": "users", "status": "Success",
                  "lastSuccessfulSyncDateTime": "2026-11-30T14:00:00.1234567Z"},
                 {"tableName": "recordings", "status": "NotRun"}]}""";

        var sync = refresh().run();

        assertThat(sync.finished()).isTrue();
        assertThat(sync.tables())
                .containsExactly(
                        new SqlEndpoint.SyncedTable("users", "Success", Instant.parse("2026-11-30T14:00:00.1234567Z")),
                        new SqlEndpoint.SyncedTable("recordings", "NotRun", null));
        assertThat(asked.getLast()).startsWith("/v1/workspaces/ws/sqlEndpoints/ep/refreshMetadata Bearer");
    }

    @Test
    void aRefreshThatTakesItsTimeSaysSo() {
        refreshStatus = 202;

        assertThat(refresh().run()).isEqualTo(new SqlEndpoint.Sync(false, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | {}                                  | STORAGE_UNAVAILABLE | Make it a Contributor
            404 | {}                                  | STORAGE_UNAVAILABLE | FABRIC_LAKEHOUSE_ID
            400 | {"errorCode": "CapacityNotActive"}  | STORAGE_UNAVAILABLE | capacity is paused
            429 | {}                                  | TOO_MANY_REQUESTS   | in a minute
            500 | <html>                              | STORAGE_UNAVAILABLE | status 500
            """)
    void eachRefusalOfARefreshHasItsSentence(int answered, String said, ErrorCode code, String sentence) {
        refreshStatus = answered;
        refreshed = said;

        assertThatThrownBy(() -> refresh().run())
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContaining(sentence);
    }

    @Test
    void aLakehouseThatHasNoEndpointYetIsSaid() {
        body = "{\"displayName\": \"portal\"}";

        assertThatThrownBy(() -> refresh().run()).hasMessageContaining("no SQL endpoint yet");
    }

    private EndpointRefresh refresh() {
        var place = place(Optional.empty());
        return new EndpointRefresh(place, new FabricRest(place, new Fixed(), HttpClient.newHttpClient()));
    }

    private LakehouseName name(Optional<String> set) {
        var place = place(set);
        return new LakehouseName(place, new FabricRest(place, new Fixed(), HttpClient.newHttpClient()));
    }

    private SqlPlace place(Optional<String> set) {
        var usual = FabricSqlEndpointTest.place(1, false);
        return new SqlPlace(
                usual.lakehouse(),
                usual.host(),
                usual.port(),
                set,
                URI.create("http://127.0.0.1:" + fabric.getAddress().getPort()),
                false);
    }

    private static final class Fixed implements AccessTokens {
        @Override
        public String token() {
            return "token";
        }

        @Override
        public void refused(String token) {
            throw new AssertionError();
        }
    }
}
