package training.powerbi.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.client.PortalClient;

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

    private RequestBenchmark(int port, PrintStream out) {
        this.port = port;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var benchmark = new RequestBenchmark(Integer.parseInt(args[0]), System.out);
        var api = new PortalApi(Integer.parseInt(args[0]), args[1], args[2]);
        var student = api.student(api.invite());
        fill(api.client());
        benchmark.compare("big", student, BIG);
        benchmark.compare("small", student, SMALL);
    }

    private static void fill(PortalClient admin) {
        for (int day = 1; day <= 12; day++) {
            admin.unlockDay(day);
            admin.addRecording(day, "Session " + day, "https://youtu.be/dQw4w9WgXcQ", "2h 30min");
        }
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
