package training.powerbi.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `trainingDays` for one of many students in many cohorts, against the same for the only one, in turn. Arguments: the
/// ports of a [CrowdServer] without a crowd and of one with it, and their admin's e-mail and password.
final class AccessBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int ROUNDS = 9;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DAYS = "{ trainingDays { dayNumber title description isUnlocked unlockedAt scheduledAt"
            + " opensAt cohortId presentationUrl resourcesUrl recordings { recordingId title } editVersion } }";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String email;
    private final String password;

    private AccessBenchmark(String email, String password) {
        this.email = email;
        this.password = password;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var benchmark = new AccessBenchmark(args[2], args[3]);
        var alone = benchmark.load(Integer.parseInt(args[0]));
        var crowd = benchmark.load(Integer.parseInt(args[1]));
        compare(alone, crowd, System.out);
    }

    private static void compare(Load alone, Load crowd, PrintStream out) throws IOException {
        out.printf(Locale.ROOT, "%d and %d bytes%n", alone.once(), crowd.once());
        alone.during(WARM_UP);
        crowd.during(WARM_UP);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double one = alone.during(ROUND);
            double many = crowd.during(ROUND);
            ratios.add(one / many);
            out.printf(Locale.ROOT, "%8.0f answers/s alone  %8.0f in the crowd%n", one, many);
        }
        ratios.sort(null);
        out.printf(
                Locale.ROOT,
                "time of an answer in the crowd to that alone: %.2f (%.2f to %.2f), goal 1.1%n",
                ratios.get(ROUNDS / 2),
                ratios.getFirst(),
                ratios.getLast());
    }

    /// Asks as a new student of the cohort that is measured.
    private Load load(int port) throws IOException, InterruptedException {
        var admin = post(port, "/api/v1/auth/login", "", Map.of("email", email, "password", password))
                .path("access_token")
                .asString();
        var invite = post(
                        port,
                        "/graphql",
                        admin,
                        Map.of("query", "mutation { createInvite(cohortId: \"" + CrowdServer.COHORT + "\") { code } }"))
                .at("/data/createInvite/code")
                .asString();
        var account =
                Map.of("email", "measured@example.com", "password", "a student of the bench", "inviteCode", invite);
        var student = post(port, "/api/v1/auth/register", "", account)
                .path("access_token")
                .asString();
        return Load.post(port, student, JSON.writeValueAsString(Map.of("query", DAYS)));
    }

    private JsonNode post(int port, String path, String token, Map<String, String> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }
}
