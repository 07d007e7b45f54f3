package training.powerbi.server.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.access.TwoRuns.Student;

/// Goes every way there is to the content of days, as one student, and follows each address that it is given.
///
/// @param texts all answers, one below the other
record Crawl(String texts) {
    private static final String RECORDING = "recordingId title videoUrl embedUrl streamUrl cohortId durationSeconds"
            + " viewCount uploadedBy { userId } captions { language url label }";

    /// All that a client can ask of a day and that does not grow by itself.
    static final String DAY = "dayNumber title description isUnlocked unlockedAt unlockedBy { userId } scheduledAt"
            + " presentationUrl presentationName resourcesUrl cohortId opensAt sessionMinutes joinUrl"
            + " recording { " + RECORDING + " } recordings { " + RECORDING + " } removedRecordings { title }"
            + " resources { resourceId title url mediaType sizeBytes } progress { resumePositions { recordingId } }";

    private static final List<String> QUESTIONS = List.of(
            "{ trainingDays { " + DAY + " } }",
            "{ unlockedDays { " + DAY + " } }",
            "{ searchCaptions(text: \"CNRY\", first: 200) { dayNumber snippet recording { " + RECORDING + " } } }",
            "{ userProgress { dayNumber resumePositions { recordingId } } courseOutline { title description } me { email } }");

    private static final Pattern ADDRESS = Pattern.compile("/api/v1/(?:videos|materials|captions)/[^\"\\\\ ]+");
    private static final Pattern CANARY = Pattern.compile("CNRY-\\d-[a-z]+(?:-bytes|-said)?");

    static Crawl of(TwoRuns runs, Student student) {
        var texts = new StringBuilder();
        QUESTIONS.forEach(document ->
                texts.append(runs.portal.data(student.token(), document)).append('\n'));
        for (int day : TwoRuns.DAYS) {
            texts.append(runs.portal.data(student.token(), "{ trainingDay(dayNumber: " + day + ") { " + DAY + " } }"))
                    .append('\n');
        }
        var feed = runs.portal
                .data(student.token(), "{ calendarAddress }")
                .path("calendarAddress")
                .asString();
        texts.append(runs.portal.rest("GET", feed, null, null).body()).append('\n');
        texts.append(runs.portal
                        .rest("GET", "/api/v1/users/" + student.userId() + "/export", student.token(), null)
                        .body())
                .append('\n');
        for (var address : addresses(texts.toString())) {
            texts.append(text(runs.media.get(address, null).body())).append('\n');
        }
        // Ids are no secret: they are in addresses that people share.
        for (var id : runs.recordings.values()) {
            texts.append(text(runs.media
                            .get("/api/v1/videos/" + id, student.token())
                            .body()))
                    .append('\n');
        }
        return new Crawl(texts.toString());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Addresses of the portal's own that open something by themselves.
    static TreeSet<String> addresses(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What is in the answers that a lock would hide.
    TreeSet<String> canaries() {
        return canaries(texts);
    }

    static TreeSet<String> canaries(String text) {
        return CANARY.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The addresses of a student by what is behind them, while they open it.
    static Map<String, String> kept(TwoRuns runs, Student student) {
        var days = runs.portal.data(student.token(), QUESTIONS.getFirst()).toString();
        return addresses(days).stream()
                .filter(address -> address.contains("."))
                .collect(Collectors.toMap(
                        address -> address,
                        address -> String.join(
                                " ", canaries(text(runs.media.get(address, null).body())))));
    }

    /// The days of an answer as one reads them: whose ticket an address has is another matter.
    static JsonNode withoutTickets(JsonNode days) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(days.toString()
                        .replaceAll("(/api/v1/(?:materials|captions)/)[^/\"]+", "$1ticket")
                        .replaceAll("(/api/v1/videos/[^/\"]+/)[^\"]+", "$1ticket"));
    }
}
