package training.powerbi.server.material;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.acceptance.RunningPortal;

/// A running portal with a trainer and a student, for tests of slides and resources.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MaterialPortal {
    static final String RANDOM = "/api/v1/materials/bm90aGluZw.bm90aGluZw/index.html";

    Path data;

    RunningPortal portal;
    MaterialCalls calls;
    String admin;
    String student;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder;
        portal = RunningPortal.over(data, "portal.web.allowed-origins=https://school.example");
        calls = new MaterialCalls(portal);
        student = portal.register("student@example.com").path("access_token").asString();
    }

    @BeforeEach
    void signIn() {
        admin = portal.adminToken();
    }

    @AfterAll
    void stop() {
        calls.close();
        portal.close();
    }

    int actions(String type) {
        return portal.data(admin, "{ adminActions(actionType: \"" + type + "\") { totalCount } }")
                .at("/adminActions/totalCount")
                .asInt();
    }

    long stagedFiles() {
        return files().stream().filter(file -> file.contains("/staging/")).count();
    }

    List<String> files() {
        try (var files = Files.walk(data.resolve("Files"))) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
