package training.powerbi.lakehouse.files.onelake.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.lakehouse.OneLakePlace.Identity;

class TokenRequestTest {
    private HttpServer service;
    private volatile String answer = "";

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"expires_in\":3600}",
                "{\"access_token\":\"\",\"expires_in\":3600}",
                "{\"access_token\":null,\"expires_in\":3600}",
                "<html>Sign in to the network</html>"
            })
    void anAnswerWithoutATokenIsNone(String said) {
        answer = said;

        assertThatThrownBy(this::ask)
                .isInstanceOfSatisfying(
                        NoTokenException.class, e -> assertThat(e.isForGood()).isFalse())
                .hasMessageContaining("127.0.0.1 answered 200 without one");
    }

    @Test
    void anAnswerWithATokenIsOne() throws IOException {
        answer = "{\"access_token\":\"abc\",\"expires_in\":\"3600\"}";

        assertThat(ask().value()).isEqualTo("abc");
    }

    private Token ask() throws IOException {
        var endpoint = URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/token");
        try (var http = HttpClient.newHttpClient()) {
            return TokenRequest.of(new Identity.AppService(endpoint, "h", Optional.empty()), AccessTokens.STORAGE)
                    .send(http, Clock.systemUTC());
        }
    }
}
