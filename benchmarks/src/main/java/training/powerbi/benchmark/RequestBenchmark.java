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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests per second with a student's token, against constant bytes of the same size from the same server, in
/// turn, so that both meet the same machine. Arguments: the port of a [YardstickServer] and its admin's e-mail
/// and password.
final class RequestBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int ROUNDS = 5;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BIG =
            "{ trainingDays { dayNumber title description isUnlocked unlockedAt presentationUrl"
                    + " resourcesUrl recordings { recordingId title platform videoUrl embedUrl duration durationSeconds"
                    + " uploadedAt viewCount } editVersion revision } }";
    private static final String SMALL = "{ trainingDay(dayNumber: 3) { dayNumber title isUnlocked } }";

    private final int port;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();

    private RequestBenchmark(int port, PrintStream out) {
        this.port = port;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var benchmark = new RequestBenchmark(Integer.parseInt(args[0]), System.out);
        var admin = benchmark.token("login", Map.of("email", args[1], "password", args[2]));
        var student = benchmark.token(
                "register", Map.of("email", System.nanoTime() + "@example.com", "password", "a student of the bench"));
        benchmark.fill(admin);
        benchmark.compare("big", student, BIG);
        benchmark.compare("small", student, SMALL);
    }

    private String token(String call, Map<String, String> body) throws IOException, InterruptedException {
        return post("/api/v1/auth/" + call, null, body).path("access_token").asString();
    }

    private void fill(String admin) throws IOException, InterruptedException {
        for (int day = 1; day <= 12; day++) {
            var mutation = "mutation { unlockDay(dayNumber: $day) { dayNumber } uploadRecording(dayNumber: $day,"
                    + " title: \"Session $day\", videoUrl: \"https://youtu.be/dQw4w9WgXcQ\", duration: \"2h 30min\")"
                    + " { recordingId } }";
            post("/graphql", admin, Map.of("query", mutation.replace("$day", Integer.toString(day))));
        }
    }

    private JsonNode post(String path, @Nullable String token, Map<String, String> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private void compare(String name, String token, String document) throws IOException {
        var graphql = Load.post(port, token, JSON.writeValueAsString(Map.of("query", document)));
        int size = graphql.once();
        var constant = Load.get(port, YardstickServer.PATH + "?size=" + size);
        graphql.during(WARM_UP);
        constant.during(WARM_UP);
        List<Double> ratios = new ArrayList<>();
        double answers = 0;
        double bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double ours = graphql.during(ROUND);
            double theirs = constant.during(ROUND);
            ratios.add(ours / theirs);
            answers += ours / ROUNDS;
            bytes += theirs / ROUNDS;
        }
        ratios.sort(null);
        out.printf(
                Locale.ROOT,
                "%-6s %6d bytes  %8.0f answers/s  %8.0f constant/s  ratio %.2f (%.2f to %.2f)%n",
                name,
                size,
                answers,
                bytes,
                ratios.get(ROUNDS / 2),
                ratios.getFirst(),
                ratios.getLast());
    }
}
