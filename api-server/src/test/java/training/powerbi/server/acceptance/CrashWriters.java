package training.powerbi.server.acceptance;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;

/// Eight clients that write as fast as they are answered, and remember what was acknowledged to them.
final class CrashWriters {
    /// A watched second that was acknowledged to a student.
    record Watched(String userId, int seconds) {}

    final ConcurrentLinkedQueue<String> users = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> refreshTokens = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> recordings = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Watched> watched = new ConcurrentLinkedQueue<>();
    final AtomicInteger toggles = new AtomicInteger();
    final AtomicInteger lastTitle = new AtomicInteger();

    private final PortalHttp portal;
    private final String admin;
    private final String playing;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    /// @param playing id of a recording of an open day
    CrashWriters(URI address, String admin, String playing) {
        this.portal = new PortalHttp(address);
        this.admin = admin;
        this.playing = playing;
    }

    void start() {
        run(turn -> users.add(registered().at("/user/userId").asString()));
        run(turn -> refreshTokens.add(registered().path("refresh_token").asString()));
        run(this::addRecording);
        run(this::toggle);
        run(this::retitle);
        for (int i = 0; i < 3; i++) {
            var student = registered();
            run(turn -> watch(student, turn));
        }
    }

    /// Runs the step again and again until the server is gone.
    private void run(IntConsumer step) {
        threads.execute(() -> {
            try {
                for (int turn = 1; !Thread.currentThread().isInterrupted(); turn++) {
                    step.accept(turn);
                }
            } catch (RuntimeException serverGone) {
                // Nothing more is acknowledged to this client.
            }
        });
    }

    private JsonNode registered() {
        return portal.register(UUID.randomUUID() + "@example.com");
    }

    private void addRecording(int turn) {
        recordings.add(portal.data(admin, """
                        mutation { uploadRecording(dayNumber: 2, title: "Part %d",
                          videoUrl: "https://media.example.com/%s.mp4", duration: "10 min") { recordingId } }
                        """.formatted(turn, UUID.randomUUID()))
                .at("/uploadRecording/recordingId")
                .asString());
    }

    private void toggle(int turn) {
        var mutation = turn % 2 == 1 ? "unlockDay" : "lockDay";
        portal.data(admin, "mutation { %s(dayNumber: 3) { dayNumber } }".formatted(mutation));
        toggles.incrementAndGet();
    }

    private void retitle(int turn) {
        portal.data(
                admin,
                "mutation { updateDay(dayNumber: 4, input: { title: \"Title %d\" }) { title } }".formatted(turn));
        lastTitle.set(turn);
    }

    private void watch(JsonNode student, int turn) {
        portal.data(student.path("access_token").asString(), """
                mutation { recordPlayback(input: { recordingId: "%s", positionSeconds: %d,
                  watched: [{ fromSeconds: %d, toSeconds: %d }] }) { dayNumber } }
                """.formatted(playing, turn, turn - 1, turn));
        watched.add(new Watched(student.at("/user/userId").asString(), turn));
    }

    /// How many writes of each kind were acknowledged.
    List<Integer> counts() {
        return List.of(
                users.size(), refreshTokens.size(), recordings.size(), toggles.get(), lastTitle.get(), watched.size());
    }

    void awaitEnd() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a client did not notice that the server is gone");
        }
        portal.close();
    }
}
