package training.powerbi.server.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.acceptance.RunningPortal;

/// What happens to a store at a start: it gets the course's slides and files once, and loses what a crash left.
class SampleUpgradeIT {
    private static final String OVERRIDE = "spring.main.allow-bean-definition-overriding=true";

    @TempDir
    private Path data;

    @Test
    void aNewStoreHasSlidesAndFilesForEveryDayBehindTheLock() {
        try (var portal = RunningPortal.over(data);
                var calls = new MaterialCalls(portal)) {
            var admin = portal.adminToken();
            var student =
                    portal.register("student@example.com").path("access_token").asString();
            for (int day : IntStream.rangeClosed(1, 12).toArray()) {
                var page = calls.get(calls.slides(admin, day));
                assertThat(page.body()).contains("Day " + day + ":", "Exercises");
                assertThat(calls.get(MaterialCalls.beside(calls.slides(admin, day), "deck.css"))
                                .body())
                        .contains("--navy");
                assertThat(calls.day(admin, day, "resources { url sizeBytes }").path("resources"))
                        .isNotEmpty()
                        .allSatisfy(resource -> assertThat(
                                        calls.get(resource.path("url").asString())
                                                .body()
                                                .getBytes(StandardCharsets.UTF_8))
                                .hasSize(resource.path("sizeBytes").asInt()));
                assertThat(calls.day(student, day, "presentationUrl resources { url }"))
                        .hasToString("{\"presentationUrl\":null,\"resources\":[]}");
            }
            assertThat(portal.data(admin, "{ adminActions { totalCount } }")
                            .at("/adminActions/totalCount")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void anOldStoreGetsSlidesAndFilesOnceAndNothingRemovedComesBack() throws IOException {
        try (var old = RunningPortal.with(List.of(NoSamples.class), data, OVERRIDE);
                var calls = new MaterialCalls(old)) {
            var admin = old.adminToken();
            assertThat(calls.day(admin, 1, "presentationUrl")
                            .path("presentationUrl")
                            .isNull())
                    .isTrue();
            old.data(
                    admin,
                    "mutation { updateDay(dayNumber: 2, input: { presentationUrl: \"https://own.example.com/2\" })"
                            + " { title } }");
            old.data(admin, "mutation { updateDay(dayNumber: 3, input: { title: \"Mine\" }) { title } }");
            calls.setUnlocked(admin, 4, true);
        }
        try (var upgraded = RunningPortal.over(data);
                var calls = new MaterialCalls(upgraded)) {
            var admin = upgraded.adminToken();
            assertThat(calls.get(calls.slides(admin, 1)).body()).contains("Day 1");
            assertThat(calls.slides(admin, 2)).isEqualTo("https://own.example.com/2");
            assertThat(calls.day(admin, 3, "presentationUrl")
                            .path("presentationUrl")
                            .isNull())
                    .isTrue();
            assertThat(calls.get(calls.slides(admin, 4)).body()).contains("Day 4");
            assertThat(calls.day(admin, 1, "isUnlocked").path("isUnlocked").asBoolean())
                    .isFalse();
            assertThat(calls.day(admin, 4, "isUnlocked").path("isUnlocked").asBoolean())
                    .isTrue();
            assertThat(upgraded.data(admin, "{ adminActions { edges { node { actionType } } } }")
                            .toString())
                    .doesNotContain("external_change", "set_presentation", "add_resource");

            upgraded.data(admin, "mutation { setPresentation(dayNumber: 5) { title } }");
            var removed = calls.day(admin, 5, "resources { resourceId }")
                    .at("/resources/0/resourceId")
                    .asString();
            upgraded.data(admin, "mutation { removeResource(resourceId: \"%s\") { title } }".formatted(removed));
        }
        Files.delete(data.resolve("Files/course/sample-content-1"));
        try (var again = RunningPortal.over(data);
                var calls = new MaterialCalls(again)) {
            var admin = again.adminToken();
            assertThat(calls.day(admin, 5, "presentationUrl resources { url }"))
                    .hasToString("{\"presentationUrl\":null,\"resources\":[]}");
            assertThat(calls.day(admin, 3, "resources { title }").path("resources"))
                    .hasSize(4);
        }
    }

    @Test
    void whatACrashLeftOfAnUploadIsGoneAfterTheNextStartOrMarkedForLater() throws IOException {
        String kept;
        try (var portal = RunningPortal.over(data);
                var calls = new MaterialCalls(portal)) {
            kept = calls.slides(portal.adminToken(), 1);
        }
        var gone = List.of("staging/00000000-0000-0000-0000-000000000001", "captions/4.vtt");
        var deck = "presentations/00000000-0000-0000-0000-000000000002";
        var file = "resources/00000000-0000-0000-0000-000000000003";
        for (var leftover : List.of(gone.getFirst(), gone.getLast(), deck + "/img/a.png", file + "/a.csv")) {
            var path = data.resolve("Files").resolve(leftover);
            Files.createDirectories(path.resolveSibling(""));
            Files.write(path, "half".getBytes(StandardCharsets.UTF_8));
        }
        try (var portal = RunningPortal.over(data);
                var calls = new MaterialCalls(portal)) {
            assertThat(gone)
                    .allSatisfy(leftover ->
                            assertThat(data.resolve("Files").resolve(leftover)).doesNotExist());
            var marks = data.resolve("Files/unnamed");
            await().until(() -> Files.exists(marks.resolve(deck)) && Files.exists(marks.resolve(file)));
            assertThat(marks.resolve("presentations").toFile().list())
                    .containsExactly("00000000-0000-0000-0000-000000000002");
            assertThat(calls.get(kept).statusCode()).isEqualTo(200);
        }
    }
}
