package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.account.PortalUnderTest.Reply;
import training.powerbi.server.testing.GraphQlSocket;

/// A learner is erased: at once from every table, and from the history when that is over.
class ErasureIT {
    private static final String EMAIL = "quetzalcoatl.learner@unmistakable-school.example";
    private static final String NAME = "Wilhelmina Xylophonova";
    private static final String REASON = "Her grandmother in Zacatecas is unwell";
    private static final String PREVIEW = "{ erasurePreview(userId: \"%s\") { user { email } tables { table rows }"
            + " auditEntries goneAt backupFolder obstacle } }";
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    private Path data;

    @TempDir
    private Path backups;

    private PortalUnderTest start() {
        return PortalUnderTest.start(data, Map.of("portal.backup.directory", backups.toString()));
    }

    private static Reply erase(PortalUnderTest portal, String userId, String email) {
        return portal.graphQl(
                portal.adminToken(),
                "mutation { eraseUser(userId: \"" + userId + "\", confirmEmail: \"" + email
                        + "\") { userId tables { table rows } erasedAt goneAt backupFolder } }");
    }

    private static Reply learner(PortalUnderTest portal) {
        var registered = portal.post(
                "/api/v1/auth/register",
                null,
                Map.of("email", EMAIL, "password", PortalUnderTest.PASSWORD, "displayName", NAME));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        return registered;
    }

    private static String idOf(Reply signedIn) {
        return signedIn.body().at("/user/userId").asString();
    }

    /// Leaves traces wherever a learner can.
    private static void study(PortalUnderTest portal, String userId, String token) {
        var admin = portal.adminToken();
        portal.graphQl(admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
        portal.graphQl(token, "mutation { markContentViewed(dayNumber: 1, contentType: PRESENTATION) { dayNumber } }");
        portal.graphQl(token, "mutation { renewCalendarAddress }");
        portal.graphQl(admin, "mutation { setUserActive(userId: \"" + userId + "\", active: false) { userId } }");
        portal.graphQl(admin, "mutation { setUserActive(userId: \"" + userId + "\", active: true) { userId } }");
        var made = portal.graphQl(
                        admin,
                        "mutation { grantAccess(userId: \"" + userId + "\", dayNumber: 2, isOpen: true, reason: \""
                                + REASON + "\") { overrideId } }")
                .data("grantAccess");
        portal.graphQl(
                admin,
                "mutation { revokeOverride(overrideId: \""
                        + made.path("overrideId").asString() + "\") { overrideId } }");
        var cohort = portal.graphQl(
                        admin, "mutation { createCohort(input: {name: \"" + UUID.randomUUID() + "\"}) { cohortId } }")
                .data("createCohort");
        portal.graphQl(
                admin,
                "mutation { moveStudents(userIds: [\"" + userId + "\"], cohortId: \""
                        + cohort.path("cohortId").asString() + "\") { userId } }");
        portal.graphQl(admin, "mutation { createPasswordReset(userId: \"" + userId + "\") { code } }");
    }

    @Test
    void nothingOfTheLearnerIsLeftAndTheAuditIsWhole() throws IOException {
        String userId;
        try (var portal = start()) {
            userId = idOf(learner(portal));
            study(portal, userId, portal.login(EMAIL, PortalUnderTest.PASSWORD).text("access_token"));
            var signedIn = portal.login(EMAIL, PortalUnderTest.PASSWORD);
            var token = signedIn.text("access_token");
            assertThat(portal.me(token).status()).isEqualTo(200);
            isShownBefore(portal, userId);

            try (var socket = GraphQlSocket.signedIn(portal.address(), token)) {
                var erased = erase(portal, userId, "  " + EMAIL.toUpperCase(Locale.ROOT));
                assertThat(erased.data("eraseUser").path("userId").asString())
                        .as(erased.toString())
                        .isEqualTo(userId);
                assertThat(portal.me(token).status()).isEqualTo(401);
                assertThat(portal.refresh(signedIn.text("refresh_token")).status())
                        .isEqualTo(401);
                await().atMost(SOON).until(socket::isClosed);
                // Asked again, after a lost answer perhaps.
                assertThat(erase(portal, userId, EMAIL).data("eraseUser")).isEqualTo(erased.data("eraseUser"));
            }
            isGone(portal, userId);
        }
        assertThat(filesWith(EMAIL)).as("history holds it until it is over").isNotEmpty();
        nineDaysPass();
        try (var portal = start()) {
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(filesWith(EMAIL)).isEmpty();
                assertThat(filesWith(NAME)).isEmpty();
                assertThat(filesWith("Xylophonova")).isEmpty();
                assertThat(filesWith(REASON)).isEmpty();
            });
            isGone(portal, userId);
        }
    }

    private void isShownBefore(PortalUnderTest portal, String userId) {
        var preview =
                portal.graphQl(portal.adminToken(), PREVIEW.formatted(userId)).data("erasurePreview");
        assertThat(preview.at("/user/email").asString()).isEqualTo(EMAIL);
        assertThat(rows(preview))
                .containsOnlyKeys(
                        "access_overrides",
                        "audit_people",
                        "calendar_feeds",
                        "cohort_moves",
                        "password_resets",
                        "sessions",
                        "sign_in_places",
                        "user_progress",
                        "users");
        assertThat(rows(preview)).doesNotContainValue(0);
        assertThat(preview.path("auditEntries").asInt()).isEqualTo(6);
        assertThat(Instant.parse(preview.path("goneAt").asString()))
                .isAfter(Instant.now(portal.clock).plus(Duration.ofDays(7)));
        assertThat(preview.path("backupFolder").asString()).isEqualTo(backups.toString());
        assertThat(preview.path("obstacle").isNull()).isTrue();
    }

    private static Map<String, Integer> rows(JsonNode answer) {
        var rows = new TreeMap<String, Integer>();
        answer.path("tables")
                .forEach(each -> rows.put(
                        each.path("table").asString(), each.path("rows").asInt()));
        return rows;
    }

    private static void isGone(PortalUnderTest portal, String userId) {
        var admin = portal.adminToken();
        assertThat(portal.graphQl(admin, PREVIEW.formatted(userId)).code()).isEqualTo("USER_NOT_FOUND");
        assertThat(portal.graphQl(admin, "{ users(filter: \"quetzal\") { totalCount } }")
                        .data("users")
                        .path("totalCount")
                        .asInt())
                .isZero();
        assertThat(portal.graphQl(admin, "{ courseProgress { totalCount } }")
                        .data("courseProgress")
                        .path("totalCount")
                        .asInt())
                .isZero();
        var told = String.join("\n", portal.auditMetadata());
        assertThat(told).contains("person:").doesNotContain(userId, EMAIL, REASON);
        assertThat(portal.audit()).contains("erase_user");
        var chain = portal.graphQl(admin, "{ auditVerification { isIntact reason } }")
                .data("auditVerification");
        assertThat(chain.path("isIntact").asBoolean()).as(chain.toString()).isTrue();
    }

    /// As they pass for a disk.
    private void nineDaysPass() throws IOException {
        var then = FileTime.from(Instant.now(Clock.systemUTC()).minus(Duration.ofDays(9)));
        for (var file : files()) {
            Files.setLastModifiedTime(file, then);
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private List<Path> filesWith(String text) throws IOException {
        var found = new ArrayList<Path>();
        for (var file : files()) {
            try {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                    found.add(file);
                }
            } catch (NoSuchFileException tidiedAway) {
                // Then it holds nothing.
            }
        }
        return found;
    }

    @Test
    void whoMayNotBeErasedIsNotAndAnAddressIsFreeAfterwards() {
        try (var portal = start()) {
            var admin = portal.adminToken();
            var self = portal.me(admin).text("userId");
            var first = idOf(learner(portal));
            assertThat(portal.graphQl(null, PREVIEW.formatted(first)).code()).isEqualTo("UNAUTHENTICATED");
            assertThat(erase(portal, first, "someone@else.example").body().toString())
                    .contains("BAD_USER_INPUT", "confirmEmail");
            assertThat(erase(portal, self, PortalUnderTest.ADMIN).body().toString())
                    .contains("BAD_USER_INPUT", "last active admin");
            assertThat(erase(portal, "nobody", EMAIL).code()).isEqualTo("USER_NOT_FOUND");
            setRole(portal, first, "ADMIN");
            assertThat(erase(portal, first, EMAIL).body().toString()).contains("is a trainer", "a student first");
            assertThat(erase(portal, self, PortalUnderTest.ADMIN).body().toString())
                    .contains("your own account");
            assertThat(portal.graphQl(admin, PREVIEW.formatted(first))
                            .data("erasurePreview")
                            .path("obstacle")
                            .asString())
                    .contains("is a trainer");
            setRole(portal, first, "STUDENT");
            assertThat(erase(portal, first, EMAIL)
                            .data("eraseUser")
                            .path("userId")
                            .asString())
                    .isEqualTo(first);

            var second = learner(portal);
            assertThat(idOf(second)).isNotEqualTo(first);
            // What is repeated for the first does nothing to the second.
            assertThat(erase(portal, first, EMAIL)
                            .data("eraseUser")
                            .path("userId")
                            .asString())
                    .isEqualTo(first);
            assertThat(portal.me(second.text("access_token")).status()).isEqualTo(200);
        }
    }

    private static void setRole(PortalUnderTest portal, String userId, String role) {
        portal.graphQl(
                portal.adminToken(),
                "mutation { setUserRole(userId: \"" + userId + "\", role: " + role + ") { userId } }");
    }

    /// A server that stops at the first of the steps, or at the last, is started again.
    @Test
    void whatACrashCutsShortIsGoneOnWithAtTheNextStart() throws IOException {
        var tables = List.of("sessions", "audit_people");
        for (var failing : tables) {
            String userId;
            try (var portal = PortalUnderTest.failing(data, failing)) {
                var registered = learner(portal);
                userId = idOf(registered);
                study(portal, userId, registered.text("access_token"));
                portal.login(EMAIL, PortalUnderTest.PASSWORD);
                assertThat(erase(portal, userId, EMAIL).code()).as(failing).isEqualTo("INTERNAL");
                assertThat(portal.me(registered.text("access_token")).status()).isEqualTo(401);
            }
            try (var portal = start()) {
                assertThat(portal.erasure(userId).erasedAt()).as(failing).isNotNull();
                assertThat(portal.personalRows(userId)).as(failing).isZero();
                assertThat(erase(portal, userId, EMAIL)
                                .data("eraseUser")
                                .path("userId")
                                .asString())
                        .isEqualTo(userId);
            }
        }
    }
}
