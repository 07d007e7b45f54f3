package training.powerbi.lakehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.lakehouse.testing.fabric.TestTls;
import training.powerbi.lakehouse.testing.tds.TdsAnswer;
import training.powerbi.lakehouse.testing.tds.TdsServer;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Microsoft's driver against a stand-in for the endpoint.
class FabricSqlEndpointTest {
    private static final String GOOD = "ey." + "x".repeat(3_000);
    private static final TdsAnswer.Rows DAYS = new TdsAnswer.Rows(
            List.of("day", "title", "progress", "open"),
            List.of(List.of(1, "Grüße 日本", 12.5, true), Arrays.asList(2, null, 0.0, false)));

    @TempDir
    private static Path folder;

    private static final AtomicReference<TdsAnswer> ANSWER = new AtomicReference<>(DAYS);
    private static final AtomicReference<Optional<TdsAnswer.Failure>> LOGIN = new AtomicReference<>(Optional.empty());
    private static TestTls tls;
    private static TdsServer server;

    @BeforeAll
    static void start() throws IOException {
        tls = TestTls.make(folder);
        server = new TdsServer(
                tls,
                token -> token.equals(GOOD)
                        ? LOGIN.get()
                        : Optional.of(
                                new TdsAnswer.Failure(18456, "Login failed for user '<token-identified principal>'.")),
                question -> ANSWER.get());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsComeAsTextOverBothKindsOfTls(boolean strict) {
        ANSWER.set(DAYS);

        var answer = endpoint(server.port(), strict, GOOD).ask("SELECT day FROM {schema}.days", 10);

        assertThat(answer.columns()).containsExactly("day", "title", "progress", "open");
        assertThat(answer.rows())
                .containsExactly(List.of("1", "Grüße 日本", "12.5", "1"), Arrays.asList("2", null, "0.0", "0"));
        assertThat(answer.truncated()).isFalse();
        assertThat(server.log().contains("strict") || !strict).isTrue();
        assertThat(server.log()).contains("login portal", "asked SELECT day FROM [dbo].days");
    }

    @Test
    void whatIsBeyondTheMostIsLeftOutAndSaidSo() {
        ANSWER.set(new TdsAnswer.Rows(List.of("n"), Collections.nCopies(5_000, List.of("a row"))));
        var some = endpoint(server.port(), false, GOOD).ask("SELECT n", 4_999);
        var all = endpoint(server.port(), false, GOOD).ask("SELECT n", 5_000);

        assertThat(some.rows()).hasSize(4_999);
        assertThat(some.truncated()).isTrue();
        assertThat(all.rows()).hasSize(5_000);
        assertThat(all.truncated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24802 | The Fabric capacity is paused
            208   | not synced yet
            207   | not synced yet
            229   | Make it a Contributor of the workspace
            916   | Make it a Contributor of the workspace
            50000 | answered with error 50000
            """)
    void eachRefusalOfAQuestionHasItsSentence(int number, String sentence) {
        ANSWER.set(new TdsAnswer.Failure(number, "what the endpoint says of hush"));

        refused(endpoint(server.port(), false, GOOD), sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24800 | The Fabric capacity is paused
            18456 | Make it a Contributor of the workspace
            4060  | Set FABRIC_SQL_DATABASE to the lakehouse's name
            """)
    void eachRefusalOfALoginHasItsSentence(int number, String sentence) {
        LOGIN.set(Optional.of(new TdsAnswer.Failure(number, "what the endpoint says of hush")));
        try {
            refused(endpoint(server.port(), false, GOOD), sentence);
        } finally {
            LOGIN.set(Optional.empty());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTokenThatIsNotLetInIsNotUsedAgain(boolean strict) {
        ANSWER.set(DAYS);
        var tokens = new TwoTokens("stale");
        var endpoint = endpoint(place(server.port(), strict), tokens, tls.trustStore());

        refused(endpoint, "does not let the app registration");
        assertThat(endpoint.ask("SELECT day", 10).rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenTheTimeIsOverItSaysSo(boolean strict) {
        ANSWER.set(new TdsAnswer.Silence());

        var impatient =
                endpoint(place(server.port(), strict), new TwoTokens(GOOD), tls.trustStore(), Duration.ofSeconds(1));

        refused(impatient, "did not answer within 1 seconds");
        assertThat(server.log()).contains("attention");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofATornAnswerNothingIsShown(boolean strict) {
        ANSWER.set(new TdsAnswer.Torn(new TdsAnswer.Rows(List.of("n"), Collections.nCopies(3_000, List.of("a row")))));

        refused(endpoint(server.port(), strict, GOOD), "broke in the middle of the answer");
    }

    @Test
    void nobodyThereAndNobodyTrustedAreSaid() throws IOException {
        var gone = new TdsServer(tls, token -> Optional.empty(), question -> DAYS);
        gone.close();
        var stranger = TestTls.make(folder.resolve("stranger")).trustStore();

        refused(endpoint(gone.port(), false, GOOD), "is not reached, or not trusted");
        refused(endpoint(place(server.port(), false), new TwoTokens(GOOD), stranger), "is not reached, or not trusted");
    }

    private static void refused(FabricSqlEndpoint endpoint, String sentence) {
        assertThatThrownBy(() -> endpoint.ask("SELECT day", 10_000))
                .isInstanceOfSatisfying(
                        PortalException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE))
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("hush");
    }

    /// One that is good once it was told that the first is not.
    private static final class TwoTokens implements AccessTokens {
        private volatile String next;

        private TwoTokens(String first) {
            this.next = first;
        }

        @Override
        public String token() {
            return next;
        }

        @Override
        public void refused(String token) {
            next = GOOD;
        }
    }

    private static FabricSqlEndpoint endpoint(int port, boolean strict, String token) {
        return endpoint(place(port, strict), new TwoTokens(token), tls.trustStore());
    }

    private static FabricSqlEndpoint endpoint(SqlPlace place, AccessTokens tokens, Path trust) {
        return endpoint(place, tokens, trust, FabricSqlEndpoint.LIMIT);
    }

    private static FabricSqlEndpoint endpoint(SqlPlace place, AccessTokens tokens, Path trust, Duration limit) {
        var fabric = new FabricRest(place, tokens, HttpClient.newHttpClient());
        var name = new LakehouseName(place, fabric);
        var connections = new SqlConnections(place, name, Clock.systemUTC(), limit, source -> {
            source.setTrustStore(trust.toString());
            source.setTrustStorePassword(TestTls.PASSWORD);
            source.setTrustStoreType("PKCS12");
        });
        return new FabricSqlEndpoint(place, tokens, connections, new EndpointRefresh(place, fabric), limit);
    }

    static SqlPlace place(int port, boolean strict) {
        var identity = new OneLakePlace.Identity.ClientSecret(OneLakePlace.AUTHORITY, "tenant", "client", "hush");
        var lakehouse = new OneLakePlace("ws", "lh", Optional.empty(), OneLakePlace.BLOB_ENDPOINT, identity);
        return new SqlPlace(
                lakehouse, "localhost", port, Optional.of("portal"), URI.create("https://localhost:1"), strict);
    }
}
