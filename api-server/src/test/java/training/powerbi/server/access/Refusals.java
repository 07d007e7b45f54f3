package training.powerbi.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.acceptance.PortalHttp;

/// Changes that are refused: with a code, a field and a sentence, and nothing half done.
record Refusals(PortalHttp portal, Path data) {

    /// How many commits there are of all tables; a change that is refused makes none.
    long commits() throws IOException {
        try (var files = Files.walk(data.resolve("Tables"))) {
            return files.filter(file -> file.toString().contains("_delta_log")
                            && file.toString().endsWith(".json"))
                    .count();
        }
    }

    /// What registering with an invite comes to.
    JsonNode register(String email, String invite) {
        return PortalHttp.json(portal.rest(
                "POST",
                "/api/v1/auth/register",
                null,
                Map.of("email", email, "password", PortalHttp.STUDENT_PASSWORD, "inviteCode", invite)));
    }

    void of(String token, String mutation, String code, String field) throws IOException {
        long before = commits();
        var error = portal.ask(token, "mutation { " + mutation + " }").at("/errors/0");
        assertThat(error.at("/extensions/code").asString("none"))
                .as(mutation + error)
                .isEqualTo(code);
        assertThat(error.at("/extensions/field").asString(""))
                .as(mutation + error)
                .isEqualTo(field);
        assertThat(error.path("message").asString())
                .as(mutation)
                .hasSizeGreaterThan(20)
                .endsWith(".");
        assertThat(commits()).as(mutation).isEqualTo(before);
    }
}
