package training.powerbi.client.upload;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import training.powerbi.client.CourseDay;
import training.powerbi.client.FileDelivery;
import training.powerbi.client.LoadWarning;
import training.powerbi.client.UploadedSlides;
import training.powerbi.client.graphql.GraphQlHttp;
import training.powerbi.client.http.Answer;
import training.powerbi.client.http.Attempts;
import training.powerbi.client.http.Json;
import training.powerbi.client.http.SignedInHttp;
import training.powerbi.client.http.Unreachable;
import training.powerbi.model.Resource;

/// Files by one request each.
final class HttpFileDelivery implements FileDelivery {
    private final SignedInHttp http;
    private final LongRequests bodies;
    private final GraphQlHttp graphQl;
    private final Attempts attempts = new Attempts();

    HttpFileDelivery(SignedInHttp http, LongRequests bodies, GraphQlHttp graphQl) {
        this.http = http;
        this.bodies = bodies;
        this.graphQl = graphQl;
    }

    @Override
    public UploadedSlides uploadPresentation(int dayNumber, Path file, LongConsumer sent) {
        var answer = send(bodies.request("/api/v1/days/" + dayNumber + "/presentation"), file, null, sent);
        var day = graphQl.ask("Day", Map.of("dayNumber", dayNumber), CourseDay.class);
        return new UploadedSlides(day, warnings(answer));
    }

    /// @param warnings null from portals that do not look
    private record Told(@Nullable List<LoadWarning> warnings) {}

    private List<LoadWarning> warnings(Answer answer) {
        try {
            return Objects.requireNonNullElse(
                    Json.MAPPER.readValue(answer.body(), Told.class).warnings(), List.of());
        } catch (JacksonException damaged) {
            throw Unreachable.notAPortal(http.http().portal(), damaged);
        }
    }

    @Override
    public Resource uploadResource(int dayNumber, String title, Path file, LongConsumer sent) {
        var known = file.toFile();
        var what = new Sent(dayNumber, title, file, known.length(), known.lastModified());
        var answer = attempts.make(what, key -> {
            var request =
                    bodies.request("/api/v1/days/" + dayNumber + "/resources").header(Attempts.HEADER, key);
            return send(request, file, title, sent);
        });
        try {
            return Json.MAPPER.readValue(answer.body(), Resource.class);
        } catch (JacksonException damaged) {
            throw Unreachable.notAPortal(http.http().portal(), damaged);
        }
    }

    /// A file as it was sent; one that was changed since is another.
    private record Sent(int dayNumber, String title, Path file, long size, long modified) {}

    private Answer send(HttpRequest.Builder request, Path file, @Nullable String title, LongConsumer sent) {
        var form = FileForm.of(file, title);
        var body = new CountedBody(form.body(), sent);
        request.header("Content-Type", form.contentType())
                .header("Accept", "application/json")
                .POST(body);
        return http.granted(http.send(request, bodies.sending(body)));
    }

    @Override
    public void uploadCaptions(String recordingId, String language, Path file) {
        var body = new CountedBody(FileForm.content(file), _ -> {});
        var request = bodies.request(captions(recordingId, language))
                .header("Content-Type", "text/vtt")
                .PUT(body);
        http.granted(http.send(request, bodies.sending(body)));
    }

    @Override
    public void removeCaptions(String recordingId, String language) {
        http.require(http.http().request(captions(recordingId, language)).DELETE());
    }

    private static String captions(String recordingId, String language) {
        return "/api/v1/videos/" + segment(recordingId) + "/captions/" + segment(language);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
