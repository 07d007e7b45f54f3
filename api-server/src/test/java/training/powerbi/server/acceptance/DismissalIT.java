package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.testing.GraphQlSocket;

/// A trainer who is dismissed while everything she opened is open still.
class DismissalIT {
    private static final String MAKE = "mutation { setUserRole(userId: \"%s\", role: %s) { role } }";
    private static final String ENABLE = "mutation { setUserActive(userId: \"%s\", active: %s) { isActive } }";

    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static String admin;

    private String id;
    private String email;
    private String token;

    @BeforeAll
    static void open() {
        portal = RunningPortal.over(data);
        admin = portal.adminToken();
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void hire() {
        email = UUID.randomUUID() + "@example.com";
        var account = portal.register(email);
        id = account.at("/user/userId").asString();
        token = account.path("access_token").asString();
        as("ADMIN");
    }

    private void as(String role) {
        portal.data(admin, MAKE.formatted(id, role));
    }

    private String roleNow() {
        return portal.data(admin, "{ users(filter: \"%s\") { edges { node { role } } } }".formatted(email))
                .at("/users/edges/0/node/role")
                .asString();
    }

    private void sse(String document) {
        portal.send(request(document).build());
    }

    private HttpRequest.Builder request(String document) {
        return HttpRequest.newBuilder(portal.address().resolve("/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString("{\"query\":\"" + document.replace("\"", "\\\"") + "\"}"));
    }

    /// Promotes herself all the time, over one transport, while she is demoted; whatever came last, she stays demoted.
    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "socket", "SSE"})
    void whoeverIsDemotedCannotPromoteHerself(String transport) {
        var promotion = MAKE.formatted(id, "ADMIN");
        for (int round = 0; round < 10; round++) {
            as("ADMIN");
            try (var socket = GraphQlSocket.signedIn(portal.address(), token)) {
                Consumer<String> way = switch (transport) {
                    case "HTTP" -> document -> portal.ask(token, document);
                    case "SSE" -> this::sse;
                    default -> document -> socket.subscribe(UUID.randomUUID().toString(), document);
                };
                var dismissed = new AtomicBoolean();
                var attacks = IntStream.range(0, 2)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> attack(way, promotion, dismissed)))
                        .toArray(CompletableFuture<?>[]::new);
                as("STUDENT");
                dismissed.set(true);
                CompletableFuture.allOf(attacks).join();
                assertThat(roleNow()).isEqualTo("STUDENT");
            }
        }
    }

    /// Goes on a little after the dismissal was acknowledged.
    private static void attack(Consumer<String> way, String promotion, AtomicBoolean dismissed) {
        for (int after = 0; after < 3; after += dismissed.get() ? 1 : 0) {
            try {
                way.accept(promotion);
            } catch (RuntimeException closed) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /// Once a second the portal looks at its sockets itself; tried until an operation comes before that.
    @Test
    void theNextOperationOverAnOpenSocketHasTheRightsOfNow() {
        JsonNode answer = null;
        for (int round = 0; answer == null && round < 10; round++) {
            as("ADMIN");
            try (var socket = GraphQlSocket.signedIn(portal.address(), token)) {
                as("STUDENT");
                ask(socket, MAKE.formatted(id, "ADMIN"));
                assertThat(socket.closeCode()).isEqualTo(4403);
                answer = socket.poll(Duration.ZERO);
            }
        }
        assertThat(Objects.requireNonNull(answer).findValuesAsString("code")).containsExactly("ACCESS_DENIED");
        assertThat(roleNow()).isEqualTo("STUDENT");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theNextOperationOfADisabledOrSignedOutOneIsRefusedAndTheSocketClosed(boolean disabled) {
        portal.data(admin, "mutation { unlockDay(dayNumber: 3) { dayNumber } }");
        try (var socket = GraphQlSocket.signedIn(portal.address(), token)) {
            if (disabled) {
                portal.data(admin, ENABLE.formatted(id, false));
            } else {
                portal.rest("POST", "/api/v1/auth/logout", token, null);
            }
            ask(socket, "mutation { lockDay(dayNumber: 3) { dayNumber } }");
            assertThat(socket.closeCode()).isEqualTo(4403);
            assertThat(socket.poll(Duration.ZERO)).isNull();
        }
        assertThat(portal.data(admin, "{ trainingDay(dayNumber: 3) { isUnlocked } }"))
                .hasToString("{\"trainingDay\":{\"isUnlocked\":true}}");
    }

    /// A socket that is closed already takes no operation, which is as good.
    private static void ask(GraphQlSocket socket, String document) {
        try {
            socket.subscribe("1", document);
        } catch (CompletionException closed) {
            assertThat(socket.closeCode()).isEqualTo(4403);
        }
    }

    /// Between two of the portal's looks at its sockets too.
    @Test
    void noEventIsDeliveredUnderRightsThatAreGone() throws Exception {
        var lines = listen("subscription { progressUpdated { userId } }");
        assertThat(lines.take()).startsWith(":");
        try (var socket = GraphQlSocket.signedIn(portal.address(), token)) {
            socket.subscribe("1", "subscription { progressUpdated { userId } }");
            var student = portal.register(UUID.randomUUID() + "@example.com");
            portal.data(admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
            as("STUDENT");
            portal.data(
                    student.path("access_token").asString(),
                    "mutation { markContentViewed(dayNumber: 1, contentType: PRESENTATION) { dayNumber } }");
            assertThat(socket.closeCode()).isEqualTo(4403);
            assertThat(socket.poll(Duration.ZERO)).isNull();
        }
        var line = "";
        while (!line.startsWith("event:complete")) {
            assertThat(line).doesNotContain("userId");
            line = lines.take();
        }
    }

    private BlockingQueue<String> listen(String document) {
        var lines = new LinkedBlockingQueue<String>();
        var client = HttpClient.newHttpClient();
        var _ = client.sendAsync(request(document).build(), BodyHandlers.fromLineSubscriber(new Lines(lines)));
        return lines;
    }

    private record Lines(BlockingQueue<String> lines) implements java.util.concurrent.Flow.Subscriber<String> {
        @Override
        public void onSubscribe(java.util.concurrent.Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable broken) {
            lines.add("event:complete");
        }

        @Override
        public void onComplete() {
            lines.add("event:complete");
        }
    }

    /// Whoever is let in with the first line of a request must be let in still when its body has arrived.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyThatWaitedForTheDismissalIsOfNoUse(boolean disabled) throws Exception {
        var body = "{\"query\":\"{ users { totalCount } }\"}";
        try (var slow = SlowRequest.to(portal.address(), "/graphql", token, "application/json", body.length())) {
            if (disabled) {
                portal.data(admin, ENABLE.formatted(id, false));
            } else {
                as("STUDENT");
            }
            assertThat(slow.finish(body))
                    .doesNotContain("totalCount\":")
                    .contains(disabled ? "UNAUTHENTICATED" : "ACCESS_DENIED");
        }
    }
}
