package training.powerbi.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.testing.GraphQlSocket;

class SocketIT {
    private static final String CHANGES = "subscription { dayChanged { revision day { dayNumber title } } }";
    private static Edge edge;

    @BeforeAll
    static void start() {
        edge = Edge.start("--spring.graphql.websocket.connection-init-timeout=2s");
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void aSignedInSocketAnswersQueriesMutationsAndSubscriptionsAsItsUser() {
        var token = edge.tokens().give("asha", "STUDENT");
        try (var socket = GraphQlSocket.signedIn(edge.address(), token)) {
            socket.subscribe("q", "{ me { userId } }");
            assertThat(socket.next().toString()).contains("\"userId\":\"asha\"");
            assertThat(socket.next().path("type").asString()).isEqualTo("complete");

            socket.subscribe("m", "mutation { revokeInvite(code: \"x\") }");
            assertThat(socket.next().at("/payload/data/revokeInvite").isBoolean())
                    .isTrue();
            assertThat(socket.next().path("type").asString()).isEqualTo("complete");

            var event = firstEvent(socket, 3);
            assertThat(event.at("/payload/data/dayChanged/day/title").asString())
                    .as(event.toString())
                    .isEqualTo("asha");
            assertThat(event.at("/payload/data/dayChanged/revision").isIntegralNumber())
                    .isTrue();
        }
    }

    @Test
    void aStudentsStreamForAdminsIsRefusedWithItsCode() {
        try (var socket = GraphQlSocket.signedIn(edge.address(), edge.student())) {
            socket.subscribe("p", "subscription { progressUpdated { userId } }");
            var frame = socket.next();
            assertThat(frame.toString()).contains("ACCESS_DENIED").contains("FORBIDDEN");
        }
    }

    @Test
    void aFailureInsideAStreamEndsItWithItsCode() {
        try (var socket = GraphQlSocket.signedIn(edge.address(), edge.student())) {
            socket.subscribe("s", CHANGES);
            var error = await().until(
                            () -> {
                                edge.changes().send(-1);
                                return socket.poll(Duration.ofMillis(100));
                            },
                            frame -> frame != null);
            assertThat(error.path("type").asString()).isEqualTo("error");
            assertThat(error.at("/payload/0/extensions/code").asString()).isEqualTo("CONFLICTING_UPDATE");
            assertThat(error.at("/payload/0/extensions/retryable").asBoolean()).isTrue();
        }
    }

    @Test
    void limitsHoldOnSocketsToo() {
        try (var socket = GraphQlSocket.signedIn(edge.address(), edge.student())) {
            socket.subscribe("a", "{ me {" + " userId".repeat(500) + " } }");
            assertThat(socket.next().at("/payload/errors/0/extensions/code").asString())
                    .isEqualTo("BAD_USER_INPUT");
            socket.next();
            socket.subscribe("b", "{ __schema { queryType { name } } }");
            assertThat(socket.next().at("/payload/errors/0/extensions/code").asString())
                    .isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void subscribingBeforeInitCloses4401() {
        try (var socket = GraphQlSocket.open(edge.address())) {
            socket.subscribe("s", CHANGES);
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"payload\":{}}",
                "{\"payload\":{\"Authorization\":null}}",
                "{\"payload\":{\"Authorization\":7}}",
                "{\"payload\":{\"Authorization\":\"\"}}",
                "{\"payload\":{\"Authorization\":\"Basic YTpi\"}}",
                "{\"payload\":{\"Authorization\":\"Bearer forged\"}}"
            })
    void initWithoutAGoodTokenCloses4401(String extra) {
        try (var socket = GraphQlSocket.open(edge.address())) {
            var comma = extra.equals("{}") ? "" : ",";
            socket.sendText("{\"type\":\"connection_init\"" + comma + extra.substring(1));
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void noInitInTimeCloses4408() {
        try (var socket = GraphQlSocket.open(edge.address())) {
            assertThat(socket.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void aSecondInitCloses4429() {
        var token = edge.student();
        try (var socket = GraphQlSocket.signedIn(edge.address(), token)) {
            socket.init(token);
            assertThat(socket.closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void anIdInUseCloses4409() {
        try (var socket = GraphQlSocket.signedIn(edge.address(), edge.student())) {
            socket.subscribe("same", CHANGES);
            socket.subscribe("same", CHANGES);
            assertThat(socket.closeCode()).isEqualTo(4409);
        }
    }

    @Test
    void theLegacyProtocolCloses4400() {
        try (var socket = GraphQlSocket.open(edge.address(), "graphql-ws", null)) {
            assertThat(socket.closeCode()).isEqualTo(4400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{}",
                "{\"type\":\"start\"}",
                "{\"type\":\"next\",\"id\":\"1\"}",
                "{\"type\":\"complete\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ me { userId } }\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":[]}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":7}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{a}\",\"variables\":[]}}",
                "{\"type\":\"connection_init\",\"payload\":\"x\"}"
            })
    void aFrameTheProtocolDoesNotKnowCloses4400(String frame) {
        try (var socket = GraphQlSocket.signedIn(edge.address(), edge.student())) {
            socket.sendText(frame);
            assertThat(socket.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void aFrameOver64KiBCloses1009AndOneBelowIsRead() {
        try (var socket = GraphQlSocket.signedIn(edge.address(), edge.student())) {
            socket.subscribe("big", "{ me { userId } } #" + "x".repeat(60_000));
            assertThat(socket.next().at("/payload/data/me/userId").isString()).isTrue();
            socket.subscribe("bigger", "{ me { userId } } #" + "x".repeat(70_000));
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 7, 65_536})
    void aMessageOfTheLargestSizeIsReadInPiecesOfAnySizeAndOneByteMoreCloses1009(int size) {
        var rest = "{\"id\":\"big\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ me { userId } } # \"}}";
        var fill = "é".repeat((65_536 - rest.length()) / 2) + "x".repeat((65_536 - rest.length()) % 2);
        var largest = rest.replace("# ", "# " + fill);
        try (var socket = GraphQlSocket.signedIn(edge.address(), edge.student())) {
            socket.sendInPieces(largest, size);
            assertThat(socket.next().at("/payload/data/me/userId").isString()).isTrue();
            assertThat(socket.next().path("type").asString()).isEqualTo("complete");
            assertThat(catchThrowable(() -> socket.sendInPieces(largest.replace("# ", "# x"), size)))
                    .satisfiesAnyOf(
                            sent -> assertThat(sent).isNull(),
                            sent -> assertThat(sent).hasCauseInstanceOf(java.io.IOException.class));
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void aRequestByHashAloneIsToldToSendItsDocument() {
        try (var socket = GraphQlSocket.signedIn(edge.address(), edge.student())) {
            var hash = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", "ab"));
            socket.send(Map.of("id", "h", "type", "subscribe", "payload", Map.of("extensions", hash)));
            var error = socket.next().at("/payload/errors/0");
            assertThat(error.path("message").asString()).isEqualTo("PersistedQueryNotSupported");
            assertThat(error.at("/extensions/code").asString()).isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
        }
    }

    @Test
    void whileTooManySignInTheNextHandshakeIsRefusedAndAFreedPlaceCanBeTaken() {
        var silent = new ArrayList<GraphQlSocket>();
        try (var other = Edge.start("--portal.limits.sockets-signing-in-per-address=2")) {
            silent.add(GraphQlSocket.open(other.address()));
            silent.add(GraphQlSocket.open(other.address()));
            var refused = catchThrowable(() -> GraphQlSocket.open(other.address()));
            assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
            var answer = ((WebSocketHandshakeException) Objects.requireNonNull(refused.getCause())).getResponse();
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            silent.getFirst().init(other.student());
            assertThat(silent.getFirst().next().path("type").asString()).isEqualTo("connection_ack");
            silent.add(GraphQlSocket.open(other.address()));
        } finally {
            silent.forEach(GraphQlSocket::close);
        }
    }

    @Test
    void aMessageThatDoesNotComeToItsEndEndsItsSocketAndSlowOnesDoNot() {
        try (var other = Edge.start("--portal.limits.body-time=1s");
                var socket = GraphQlSocket.signedIn(other.address(), other.student());
                var idle = GraphQlSocket.signedIn(other.address(), other.student())) {
            socket.sendBeginning("{\"type\":");
            assertThat(socket.closeCode()).isEqualTo(1008);
            idle.send(Map.of("type", "ping"));
            assertThat(idle.next().path("type").asString()).isEqualTo("pong");
        }
    }

    @Test
    void pingsAreAnswered() {
        try (var socket = GraphQlSocket.signedIn(edge.address(), edge.student())) {
            socket.send(Map.of("type", "ping"));
            assertThat(socket.next().path("type").asString()).isEqualTo("pong");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "https://school.example.evil.example",
                "http://school.example",
                "https://school.example:444",
                "https://sub.school.example"
            })
    void aForeignPageIsRefusedAtTheHandshake(String origin) {
        var refused = catchThrowable(() -> GraphQlSocket.open(edge.address(), GraphQlSocket.PROTOCOL, origin));
        assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
        var handshake = (WebSocketHandshakeException) Objects.requireNonNull(refused.getCause());
        assertThat(handshake.getResponse().statusCode()).isEqualTo(403);
    }

    @Test
    void anAllowedPageAndThePortalsOwnGetIn() {
        for (var origin : List.of(Edge.ALLOWED, edge.address().toString())) {
            try (var socket = GraphQlSocket.open(edge.address(), GraphQlSocket.PROTOCOL, origin)) {
                socket.init(edge.student());
                assertThat(socket.next().path("type").asString()).isEqualTo("connection_ack");
            }
        }
    }

    @Test
    void aRevokedTokenEndsItsSocketAndNoFrameFollows() {
        var token = edge.student();
        try (var socket = GraphQlSocket.signedIn(edge.address(), token)) {
            firstEvent(socket, 7);
            edge.tokens().revoke(token);
            assertThat(socket.closeCode()).isEqualTo(4403);
            while (socket.poll(Duration.ofMillis(50)) != null) {
                // Events that came before the close.
            }
            edge.changes().send(8);
            assertThat(socket.poll(Duration.ofSeconds(1))).isNull();
        }
    }

    @Test
    void changedRightsEndTheSocket() {
        var token = edge.admin();
        try (var socket = GraphQlSocket.signedIn(edge.address(), token)) {
            edge.tokens().changeRole(token, "STUDENT");
            assertThat(socket.closeCode()).isEqualTo(4403);
        }
    }

    @Test
    void aTokenThatRunsOutEndsItsSocketWithoutTheSkewRequestsHave() {
        var token = edge.tokens().give("late", "STUDENT", Duration.ofSeconds(5));
        try (var socket = GraphQlSocket.signedIn(edge.address(), token)) {
            assertThat(socket.closeCode()).isEqualTo(4403);
            assertThat(edge.ask(token, "{ me { userId } }").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theEleventhSocketOfAUserIsClosedAndAFreedPlaceCanBeTaken() {
        var token = edge.student();
        var sockets = new ArrayList<GraphQlSocket>();
        try {
            for (int i = 0; i < 10; i++) {
                sockets.add(GraphQlSocket.signedIn(edge.address(), token));
            }
            try (var eleventh = GraphQlSocket.open(edge.address())) {
                eleventh.init(token);
                assertThat(eleventh.closeCode()).isEqualTo(4429);
            }
            sockets.removeLast().close();
            await().ignoreExceptions().untilAsserted(() -> {
                var again = GraphQlSocket.signedIn(edge.address(), token);
                sockets.add(again);
            });
        } finally {
            sockets.forEach(GraphQlSocket::close);
        }
    }

    @Test
    void theTwentyFirstSubscriptionIsRefusedAndTheOthersGoOn() {
        try (var socket = GraphQlSocket.signedIn(edge.address(), edge.student())) {
            for (int i = 1; i <= 21; i++) {
                socket.subscribe("s" + i, CHANGES);
            }
            var refused = socket.next();
            assertThat(refused.path("id").asString()).isEqualTo("s21");
            assertThat(refused.path("type").asString()).isEqualTo("error");
            assertThat(refused.at("/payload/0/extensions/code").asString()).isEqualTo("TOO_MANY_REQUESTS");
            edge.changes().send(9);
            var pushed = socket.next();
            assertThat(pushed.path("type").asString()).as(pushed.toString()).isEqualTo("next");
            socket.complete("s1");
            socket.complete("s2");
            await().until(() -> {
                while (socket.poll(Duration.ofMillis(20)) != null) {
                    // Drained: events of the other subscriptions.
                }
                socket.subscribe("again", CHANGES);
                var answer = socket.poll(Duration.ofMillis(300));
                return answer == null;
            });
        }
    }

    @Test
    void aStoppingServerSaysSo() {
        var other = Edge.start();
        try (var signedIn = GraphQlSocket.signedIn(other.address(), other.student());
                var silent = GraphQlSocket.open(other.address())) {
            other.close();
            assertThat(signedIn.closeCode()).isEqualTo(1001);
            assertThat(silent.closeCode()).isEqualTo(1001);
        }
    }

    /// Subscriptions start without a reply, so the event is sent until one arrives.
    private static tools.jackson.databind.JsonNode firstEvent(GraphQlSocket socket, int number) {
        socket.subscribe("events", CHANGES);
        return await().until(
                        () -> {
                            edge.changes().send(number);
                            return socket.poll(Duration.ofMillis(100));
                        },
                        frame -> frame != null);
    }
}
