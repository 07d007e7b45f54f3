package training.powerbi.client.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import training.powerbi.client.http.SignedInHttp;
import training.powerbi.client.http.Unreachable;

/// By REST.
final class PortalLearnerFiles implements LearnerFiles {
    /// The portal reads all that somebody has watched in a whole course.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SignedInHttp http;

    PortalLearnerFiles(SignedInHttp http) {
        this.http = http;
    }

    @Override
    public String json(String userId) {
        return file(userId, "json", "application/json");
    }

    @Override
    public String csv(String userId) {
        return file(userId, "csv", "text/csv");
    }

    private String file(String userId, String ending, String type) {
        var id = URLEncoder.encode(userId, StandardCharsets.UTF_8).replace("+", "%20");
        var answer = http.require(http.http()
                .request("/api/v1/users/" + id + "/data." + ending)
                .timeout(PATIENCE)
                .header("Accept", type + ", application/problem+json")
                .GET());
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith(type)) {
            throw Unreachable.notAPortal(http.http().portal(), null);
        }
        return answer.body();
    }
}
