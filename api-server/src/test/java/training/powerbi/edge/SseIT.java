package training.powerbi.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SseIT {
    private static final String CHANGES = "subscription { dayChanged { day { dayNumber title } } }";
    private static Edge edge;

    @BeforeAll
    static void start() {
        edge = Edge.start();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void aSubscriptionStreamsEventsOfItsUserUntilTheTokenEnds() throws Exception {
        var token = edge.tokens().give("asha", "STUDENT");
        var seen = new ArrayList<String>();
        try (var lines = edge.http()
                .send(request(token, CHANGES), BodyHandlers.ofLines())
                .body()) {
            var done = collect(lines, seen);
            await().until(() -> {
                edge.changes().send(3);
                return contains(seen, "\"title\":\"asha\"");
            });
            edge.tokens().revoke(token);
            done.get(20, TimeUnit.SECONDS);
        }
        assertThat(contains(seen, "UNAUTHENTICATED")).isTrue();
        assertThat(contains(seen, "event:complete")).isTrue();
    }

    @Test
    void aQueryOverSseIsAStreamOfOne() throws Exception {
        var answer = text(request(edge.student(), "{ me { userId } }"));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.body())
                .contains("event:next")
                .contains("\"userId\":\"student")
                .contains("event:complete");
    }

    @Test
    void errorsOverSseCarryTheirCodes() throws Exception {
        assertThat(text(request(edge.student(), "{ nothing }")).body()).contains("BAD_USER_INPUT");
        assertThat(text(request(edge.student(), "subscription { progressUpdated { userId } }"))
                        .body())
                .contains("ACCESS_DENIED");
        assertThat(text(request(edge.student(), "{ me {" + " userId".repeat(500) + " } }"))
                        .body())
                .contains("BAD_USER_INPUT")
                .doesNotContain("student-");
    }

    @Test
    void sseAsksForATokenLikeEveryOtherWayIn() throws Exception {
        assertThat(text(request(null, CHANGES)).statusCode()).isEqualTo(401);
        assertThat(text(request("forged", CHANGES)).statusCode()).isEqualTo(401);
        assertThat(text(request(null, "{ courseOutline { title } }")).body()).contains("Start");
    }

    @Test
    void theEleventhStreamOfAUserIsRefused() throws Exception {
        var token = edge.student();
        var streams = new ArrayList<InputStream>();
        try {
            for (int i = 0; i < 10; i++) {
                streams.add(edge.http()
                        .send(request(token, CHANGES), BodyHandlers.ofInputStream())
                        .body());
            }
            assertThat(text(request(token, CHANGES)).body()).contains("TOO_MANY_REQUESTS");
        } finally {
            for (var stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void aStoppingServerEndsItsStreams() throws Exception {
        var other = Edge.start();
        var request = other.request("/graphql", other.student())
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString("{\"query\":\"" + CHANGES + "\"}"))
                .build();
        var seen = new ArrayList<String>();
        try (var lines = edge.http().send(request, BodyHandlers.ofLines()).body()) {
            var done = collect(lines, seen);
            await().until(() -> {
                other.changes().send(3);
                return contains(seen, "event:next");
            });
            other.close();
            done.get(20, TimeUnit.SECONDS);
        }
        assertThat(contains(seen, "event:complete")).isTrue();
    }

    private static CompletableFuture<Void> collect(Stream<String> lines, List<String> seen) {
        var done = new CompletableFuture<Void>();
        Thread.ofVirtual().name("sse-reader").start(() -> {
            lines.forEach(line -> {
                synchronized (seen) {
                    seen.add(line);
                }
            });
            done.complete(null);
        });
        return done;
    }

    private static boolean contains(List<String> seen, String text) {
        synchronized (seen) {
            return seen.stream().anyMatch(line -> line.contains(text));
        }
    }

    private static HttpResponse<String> text(HttpRequest request) throws Exception {
        return edge.http().send(request, BodyHandlers.ofString());
    }

    private static HttpRequest request(@Nullable String token, String query) {
        return edge.request("/graphql", token)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                .build();
    }
}
