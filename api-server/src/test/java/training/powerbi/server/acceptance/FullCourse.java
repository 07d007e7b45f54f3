package training.powerbi.server.acceptance;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.material.MaterialCalls;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.testing.TinyVideos;

/// A course with content behind an open and a locked day: day 1 is open, day 5 is locked, and each address and
/// title of theirs holds the word `CNRY`. Day 5 was open for a while, in which the student watched a minute of it.
/// Day 6, locked too, has a recording and slides whose bytes the portal keeps. The other student may open day 9.
///
/// @param names values that documents and expectations name with `$`
record FullCourse(PortalHttp portal, Map<String, String> tokens, Map<String, String> names) {

    static FullCourse on(PortalHttp portal) {
        var nextYear =
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusYears(1);
        var admin = portal.adminToken();
        var student = portal.register("student@example.com");
        var other = portal.register("other@example.com");
        for (int day : new int[] {1, 5}) {
            portal.data(admin, """
                    mutation { updateDay(dayNumber: %1$d, input: {
                      presentationUrl: "https://slides.example.com/CNRY-%1$d"
                      resourcesUrl: "https://files.example.com/CNRY-%1$d" }) { dayNumber } unlockDay(dayNumber: %1$d) { dayNumber }
                      scheduleDay(dayNumber: %1$d, scheduledAt: "%2$sT13:00:00Z") { dayNumber }
                      setSession(dayNumber: %1$d, joinUrl: "https://meet.example.com/%1$d", sessionMinutes: 90) { dayNumber } }
                    """.formatted(day, nextYear));
        }
        var open = recording(portal, admin, 1);
        var locked = recording(portal, admin, 5);
        var spare = recording(portal, admin, 9);
        var removed = recording(portal, admin, 5);
        portal.data(admin, "mutation { removeRecording(recordingId: \"%s\") { title } }".formatted(removed));
        captions(portal, admin, 1, open);
        captions(portal, admin, 5, locked);
        resources(portal, admin, 1);
        resources(portal, admin, 5);

        upload(portal, admin, 6);
        slides(portal, admin, 6);
        watch(portal, student, locked);
        mark(portal, student, 5);
        mark(portal, other, 1);
        portal.data(admin, "mutation { lockDay(dayNumber: 5) { dayNumber } }");
        var cohort = portal.data(admin, "mutation { createCohort(input: { name: \"Spare run\" }) { cohortId } }")
                .at("/createCohort/cohortId")
                .asString();
        var exception = portal.data(
                        admin, """
                        mutation { grantAccess(userId: "%s", dayNumber: 9, isOpen: true, reason: "CNRY-9 reason") { overrideId } }
                        """.formatted(other.at("/user/userId").asString()))
                .at("/grantAccess/overrideId")
                .asString();
        return new FullCourse(
                portal,
                Map.of("admin", admin, "student", accessToken(student), "other", accessToken(other)),
                Map.ofEntries(
                        entry("$OPEN_RECORDING", open),
                        entry("$LOCKED_RECORDING", locked),
                        entry("$SPARE_RECORDING", spare),
                        entry("$REMOVED_RECORDING", removed),
                        entry("$NEXT_YEAR", nextYear.toString()),
                        entry(
                                "$SPARE_RESOURCE",
                                portal.data(admin, "{ trainingDay(dayNumber: 9) { resources { resourceId } } }")
                                        .at("/trainingDay/resources/0/resourceId")
                                        .asString()),
                        entry(
                                "$ADMIN",
                                portal.data(admin, "{ me { userId } }")
                                        .at("/me/userId")
                                        .asString()),
                        entry("$STUDENT", student.at("/user/userId").asString()),
                        entry("$OTHER", other.at("/user/userId").asString()),
                        entry("$COHORT", cohort),
                        entry("$EXCEPTION", exception)));
    }

    private static String recording(PortalHttp portal, String admin, int day) {
        return portal.data(admin, """
                        mutation { uploadRecording(dayNumber: %1$d, title: "CNRY-%1$d session",
                          videoUrl: "https://media.example.com/CNRY-%1$d.mp4", duration: "90 min") { recordingId } }
                        """.formatted(day))
                .at("/uploadRecording/recordingId")
                .asString();
    }

    private static void captions(PortalHttp portal, String admin, int day, String recordingId) {
        try (var calls = new MaterialCalls(portal)) {
            calls.send(
                    "PUT",
                    "/api/v1/videos/" + recordingId + "/captions/en",
                    admin,
                    "text/vtt",
                    "WEBVTT\n\n00:01.000 --> 00:02.000\nCNRY-%d said\n"
                            .formatted(day)
                            .getBytes(StandardCharsets.UTF_8),
                    Map.of());
        }
    }

    /// The day has one resource, and it is not what the course came with.
    private static void resources(PortalHttp portal, String admin, int day) {
        portal.data(admin, "{ trainingDay(dayNumber: " + day + ") { resources { resourceId } } }")
                .at("/trainingDay/resources")
                .forEach(resource -> portal.data(
                        admin,
                        "mutation { removeResource(resourceId: \"%s\") { title } }"
                                .formatted(resource.path("resourceId").asString())));
        portal.data(admin, """
                mutation { addResource(dayNumber: %1$d, title: "CNRY-%1$d file",
                  url: "https://files.example.com/CNRY-%1$d.csv") { resourceId } }
                """.formatted(day));
    }

    private static void slides(PortalHttp portal, String admin, int day) {
        try (var calls = new MaterialCalls(portal)) {
            calls.upload(
                    admin,
                    "/api/v1/days/" + day + "/presentation",
                    "CNRY-" + day + " slides.pdf",
                    "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
                    null);
        }
    }

    private static void upload(PortalHttp portal, String admin, int day) {
        try (var media = new MediaCalls(portal.address())) {
            var words = Map.of("dayNumber", Integer.toString(day), "title", "CNRY-" + day + " upload");
            var answer = media.form(admin, words, "session.mp4", TinyVideos.mp4(60, 1_000));
            if (answer.statusCode() != 201) {
                throw new AssertionError("expected an upload but got " + answer.statusCode());
            }
        }
    }

    private static String accessToken(JsonNode account) {
        return account.path("access_token").asString();
    }

    private static void watch(PortalHttp portal, JsonNode account, String recordingId) {
        portal.data(accessToken(account), """
                mutation { recordPlayback(input: { recordingId: "%s", positionSeconds: 60,
                  watched: [{ fromSeconds: 0, toSeconds: 20 }] }) { dayNumber } }
                """.formatted(recordingId));
    }

    private static void mark(PortalHttp portal, JsonNode account, int day) {
        portal.data(
                accessToken(account),
                "mutation { markContentViewed(dayNumber: %d, contentType: PRESENTATION) { dayNumber } }"
                        .formatted(day));
    }

    String token(String identity) {
        return tokens.getOrDefault(identity, "");
    }

    /// The text with the names in it replaced by their values.
    String named(String text) {
        var result = text;
        for (var name : names.entrySet()) {
            result = result.replace(name.getKey(), name.getValue());
        }
        return result;
    }
}
