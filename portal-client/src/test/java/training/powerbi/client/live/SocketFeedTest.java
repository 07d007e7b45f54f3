package training.powerbi.client.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import training.powerbi.client.LiveFeed;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.client.graphql.Documents;
import training.powerbi.client.http.Json;
import training.powerbi.client.testing.FixedTokens;
import training.powerbi.client.testing.Heard;
import training.powerbi.client.testing.MovedClock;
import training.powerbi.client.testing.ScriptedPeer;

/// The feed's side of graphql-transport-ws, frame by frame.
class SocketFeedTest {
    private static final String ACK = "{\"type\":\"connection_ack\"}";
    private static final String FENCED =
            "{\"type\":\"next\",\"id\":\"Fence\",\"payload\":{\"data\":{\"me\":{\"userId\":\"u\"}}}}";
    private static final String FENCE_OVER = "{\"type\":\"complete\",\"id\":\"Fence\"}";

    private final ScriptedPeer peer = new ScriptedPeer();
    private final Heard heard = new Heard();
    private final FixedTokens tokens = new FixedTokens("first", "second", "third");
    private final MovedClock clock = new MovedClock(Clock.systemUTC());
    private final PortalConnection connection = PortalConnection.to(peer.address(), tokens, clock);
    private final LiveFeed feed = connection.feed();

    @AfterEach
    void close() {
        connection.close();
        peer.close();
    }

    @Test
    void saysWhoAsksSubscribesAndFencesBeforeItCallsItselfLive() {
        feed.start(heard);
        var socket = peer.connection();

        assertThat(socket.header("Sec-WebSocket-Protocol")).isEqualTo("graphql-transport-ws");
        assertThat(json(socket.next()))
                .isEqualTo(json("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer first\"}}"));
        socket.send(ACK);
        var subscriptions = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            var frame = json(socket.next());
            assertThat(frame.path("type").asString()).isEqualTo("subscribe");
            var name = frame.path("id").asString();
            subscriptions.add(name);
            assertThat(frame.at("/payload/operationName").asString()).isEqualTo(name);
            assertThat(frame.at("/payload/query").asString()).isEqualTo(new Documents().named(name));
        }
        assertThat(subscriptions).containsExactly("DayChanged", "RecordingAdded", "ProgressUpdated", "Fence");
        assertThat(heard.words()).containsExactly("Connecting");

        socket.send(FENCED);
        socket.send(FENCE_OVER);
        heard.await("subscribed");
        assertThat(heard.words()).containsExactly("Connecting", "Live", "subscribed");
    }

    @Test
    void answersAPingAndTellsEvents() {
        var socket = live();

        socket.send("{\"type\":\"ping\"}");
        assertThat(socket.next()).isEqualTo("{\"type\":\"pong\"}");
        socket.send("""
                {"type":"next","id":"ProgressUpdated","payload":{"data":{"progressUpdated":{"userId":"u",\
                "dayNumber":4,"viewedPresentation":true,"viewedRecording":false,"completionPercentage":40.0,\
                "lastAccessed":"2026-03-02T18:30:00Z","resumePositions":[],"revision":7,"unheardOf":1}}}}""");
        heard.await("progress 4");
    }

    @Test
    void tellsWhomAnExceptionConcerns() {
        var socket = live();

        socket.send("""
                {"type":"next","id":"DayChanged","payload":{"data":{"dayChanged":{"userId":"u3","day":{\
                "dayNumber":4,"title":"Model","description":"","isUnlocked":false,"editVersion":1,"revision":9,\
                "updatedAt":"2026-03-02T18:30:00Z","recordings":[],"removedRecordings":[],"resources":[],\
                "cohortId":"main","sessionMinutes":120,"contentEditVersion":1}}}}}""");
        heard.await("student u3 day 4");
        assertThat(heard.words()).containsExactly("Connecting", "Live", "subscribed", "student u3 day 4");
    }

    @Test
    void anEventThatIsNotUnderstoodDoesNotEndTheFeed() {
        var socket = live();

        socket.send("{\"type\":\"next\",\"id\":\"DayChanged\",\"payload\":{\"data\":{\"dayChanged\":{\"day\":{}}}}}");
        socket.send("{\"type\":\"ping\"}");
        assertThat(socket.next()).isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void comesBackAndSubscribesAgainWhenTheLineIsCut() {
        live().cut();

        heard.await("Waiting");
        subscribed(peer.connection());
        heard.await("subscribed", 2);
        assertThat(heard.words())
                .containsExactly("Connecting", "Live", "subscribed", "Waiting", "Connecting", "Live", "subscribed");
    }

    @Test
    void startsOverWhenOneOfItsStreamsEnds() {
        live().send("{\"type\":\"error\",\"id\":\"DayChanged\",\"payload\":[{\"message\":\"Too slow\","
                + "\"extensions\":{\"code\":\"STORAGE_UNAVAILABLE\"}}]}");

        subscribed(peer.connection());
        heard.await("subscribed", 2);
    }

    @Test
    void triesOneFreshTokenAndIsThenRefusedForGood() {
        feed.start(heard);
        var first = peer.connection();
        assertThat(first.next()).contains("Bearer first");
        first.close(4401);
        var second = peer.connection();
        assertThat(second.next()).contains("Bearer second");
        second.close(4401);

        heard.await("Refused");
        assertThat(tokens.refused()).containsExactly("first", "second");

        feed.reconnect();
        subscribed(peer.connection());
        heard.await("subscribed");
    }

    @Test
    void comesBackAtOnceWithAFreshTokenWhenTheOldOneEnds() {
        live().close(4403);

        var next = peer.connection();
        assertThat(next.next()).contains("Bearer second");
        assertThat(heard.words()).doesNotContain("Waiting");
    }

    @Test
    void isRefusedWhenTheSessionIsOver() {
        tokens.refused("first");
        tokens.refused("second");
        tokens.refused("third");

        feed.start(heard);

        heard.await("Refused");
    }

    @Test
    void connectsAnewAtOnceAfterTheComputerSlept() {
        var socket = live();

        clock.move(Duration.ofHours(1));

        subscribed(peer.connection());
        heard.await("subscribed", 2);
        assertThat(heard.words()).doesNotContain("Waiting");
        assertThat(socket.next()).isEqualTo("closed");
    }

    @Test
    void doesNotWaitOutThePauseWhenAskedToReconnect() {
        peer.close();
        feed.start(heard);
        heard.await("Waiting", 2);

        feed.reconnect();

        heard.await("Connecting", 3);
    }

    @Test
    void tellsNothingAfterItWasClosed() {
        var socket = live();

        feed.close();

        assertThat(socket.next()).isEqualTo("closed");
        assertThat(heard.words()).endsWith("subscribed");
    }

    private ScriptedPeer.Connection live() {
        feed.start(heard);
        var socket = peer.connection();
        subscribed(socket);
        heard.await("subscribed");
        return socket;
    }

    private static void subscribed(ScriptedPeer.Connection socket) {
        assertThat(socket.next()).contains("connection_init");
        socket.send(ACK);
        List.of("DayChanged", "RecordingAdded", "ProgressUpdated", "Fence")
                .forEach(id ->
                        assertThat(json(socket.next()).path("id").asString()).isEqualTo(id));
        socket.send(FENCED);
        socket.send(FENCE_OVER);
    }

    private static JsonNode json(String frame) {
        return Json.MAPPER.readTree(frame);
    }
}
