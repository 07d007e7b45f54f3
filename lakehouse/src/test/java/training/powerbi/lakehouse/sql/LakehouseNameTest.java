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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;

class LakehouseNameTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer fabric;
    private volatile int status = 200;
    private volatile String body = "{\"id\": \"lh\", \"displayName\": \"portal\"}";

    @BeforeEach
    void start() throws IOException {
        fabric = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        fabric.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
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

    private LakehouseName name(Optional<String> set) {
        var usual = FabricSqlEndpointTest.place(1, false);
        var place = new SqlPlace(
                usual.lakehouse(),
                usual.host(),
                usual.port(),
                set,
                URI.create("http://127.0.0.1:" + fabric.getAddress().getPort()),
                false);
        return new LakehouseName(place, new Fixed(), HttpClient.newHttpClient());
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
