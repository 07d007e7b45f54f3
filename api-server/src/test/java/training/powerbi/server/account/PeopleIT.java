package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.server.account.PortalUnderTest.ADMIN;
import static training.powerbi.server.account.PortalUnderTest.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.account.PortalUnderTest.Reply;
import training.powerbi.server.testing.GraphQlSocket;

class PeopleIT {
    private static final String ROLE = "mutation { setUserRole(userId: \"%s\", role: %s) { role } }";
    private static PortalUnderTest portal;
    private static String admin;

    private String email;
    private Reply student;
    private String studentId;
    private int notedBefore;

    @BeforeAll
    static void start() {
        portal = PortalUnderTest.start();
        admin = portal.adminToken();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void register() {
        email = "student" + UUID.randomUUID() + "@example.org";
        student = portal.register(email);
        studentId = student.body().path("user").path("userId").asString();
        notedBefore = portal.audit().size();
    }

    @Test
    void meIsTheSameInBothApis() {
        var reply = portal.graphQl(
                student.text("access_token"), "{ me { userId email displayName role isActive createdAt lastLogin } }");
        assertThat(reply.data("me").path("userId").asString()).isEqualTo(studentId);
        assertThat(reply.data("me").path("role").asString()).isEqualTo("STUDENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ users { totalCount } }",
                "mutation { setUserRole(userId: \"STUDENT\", role: ADMIN) { role } }",
                "mutation { setUserActive(userId: \"STUDENT\", active: false) { isActive } }",
                "mutation { createInvite { code } }",
                "mutation { revokeInvite(code: \"x\") }"
            })
    void aStudentMayNoneOfIt(String document) {
        var reply = portal.graphQl(student.text("access_token"), document.replace("STUDENT", studentId));
        assertThat(reply.body()
                        .path("errors")
                        .path(0)
                        .path("extensions")
                        .path("classification")
                        .asString())
                .isEqualTo("FORBIDDEN");
        assertThat(noted()).isEmpty();
    }

    @Test
    void aPromotionHoldsAtOnceAndADemotionToo() {
        assertThat(setRole(studentId, "ADMIN").data("setUserRole").path("role").asString())
                .isEqualTo("ADMIN");
        var document = "{ users { totalCount } }";
        assertThat(portal.graphQl(student.text("access_token"), document).code())
                .isEmpty();
        setRole(studentId, "STUDENT");
        assertThat(portal.graphQl(student.text("access_token"), document)
                        .body()
                        .path("errors")
                        .size())
                .isEqualTo(1);
        assertThat(noted()).containsExactly("set_user_role", "set_user_role");
    }

    @Test
    void whatChangesNothingIsNotNoted() {
        setRole(studentId, "STUDENT");
        setActive(studentId, true);
        assertThat(noted()).isEmpty();
    }

    @Test
    void aDisabledUserIsOutAndHisSessionsStayOver() {
        setActive(studentId, false);
        assertThat(portal.me(student.text("access_token")).status()).isEqualTo(401);
        assertThat(portal.refresh(student.text("refresh_token")).status()).isEqualTo(401);
        assertThat(portal.login(email, PASSWORD).code()).isEqualTo("ACCESS_DENIED");
        assertThat(portal.login(email, PASSWORD + "x").code()).isEqualTo("INVALID_CREDENTIALS");
        setActive(studentId, true);
        assertThat(portal.me(student.text("access_token")).status()).isEqualTo(401);
        assertThat(portal.login(email, PASSWORD).status()).isEqualTo(200);
        assertThat(noted()).containsExactly("set_user_active", "set_user_active");
    }

    @Test
    void anOpenSocketEndsWhenItsUserIsDisabledOrSignsOut() {
        try (var socket = GraphQlSocket.signedIn(portal.address(), student.text("access_token"))) {
            setActive(studentId, false);
            assertThat(socket.closeCode()).isEqualTo(4403);
        }
        setActive(studentId, true);
        var again = portal.login(email, PASSWORD);
        try (var socket = GraphQlSocket.signedIn(portal.address(), again.text("access_token"))) {
            portal.post("/api/v1/auth/logout", again.text("access_token"), Map.of());
            assertThat(socket.closeCode()).isEqualTo(4403);
        }
    }

    @Test
    void theLastActiveAdminStays() {
        var id = portal.me(admin).text("userId");
        assertThat(setRole(id, "STUDENT").code()).isEqualTo("BAD_USER_INPUT");
        assertThat(setActive(id, false).code()).isEqualTo("BAD_USER_INPUT");
        setRole(studentId, "ADMIN");
        assertThat(setRole(id, "ADMIN").code()).isEmpty();
        var other = student.text("access_token");
        assertThat(portal.graphQl(other, ROLE.formatted(id, "STUDENT")).code()).isEmpty();
        assertThat(portal.graphQl(other, ROLE.formatted(studentId, "STUDENT")).code())
                .isEqualTo("BAD_USER_INPUT");
        portal.graphQl(other, ROLE.formatted(id, "ADMIN"));
        setRole(studentId, "STUDENT");
    }

    @Test
    void anUnknownUserIsNotFound() {
        assertThat(setRole("nobody", "ADMIN").code()).isEqualTo("USER_NOT_FOUND");
        assertThat(setActive("nobody", false).code()).isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void pagesShowEveryoneOnceThoughOthersComeAndGo() {
        for (int i = 0; i < 5; i++) {
            portal.register("s" + i + "@example.org");
        }
        var emails = new ArrayList<String>();
        var after = "";
        for (var more = true; more; ) {
            var page = users("first: 2" + (after.isEmpty() ? "" : ", after: \"" + after + "\""));
            page.path("edges")
                    .forEach(edge -> emails.add(edge.path("node").path("email").asString()));
            more = page.path("pageInfo").path("hasNextPage").asBoolean();
            after = page.path("pageInfo").path("endCursor").asString();
            portal.register("a" + emails.size() + "@example.org");
        }
        assertThat(emails).doesNotHaveDuplicates().isSorted();
        assertThat(emails).contains(ADMIN, "s0@example.org", "s4@example.org", email);
    }

    @Test
    void usersAreFilteredByTextAndRole() {
        assertThat(users("filter: \"%s\"".formatted(email.substring(0, 12).toUpperCase(Locale.ROOT)))
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(users("role: ADMIN").path("totalCount").asInt()).isEqualTo(1);
        assertThat(users("filter: \"example\", role: ADMIN").path("edges").size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first: 0", "first: -1", "first: 201", "after: \"x\"", "after: \"!\""})
    void aPageHasBounds(String arguments) {
        assertThat(portal.graphQl(admin, "{ users(%s) { totalCount } }".formatted(arguments))
                        .code())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void passwordHashesStayInside() {
        var reply = portal.graphQl(admin, "{ users { edges { node { email } } } }")
                .raw()
                .body();
        assertThat(reply + student.raw().body()).doesNotContain("argon2");
    }

    private JsonNode users(String arguments) {
        return portal.graphQl(
                        admin,
                        "{ users(%s) { totalCount pageInfo { hasNextPage endCursor } edges { node { email } } } }"
                                .formatted(arguments))
                .data("users");
    }

    private Reply setRole(String id, String role) {
        return portal.graphQl(admin, ROLE.formatted(id, role));
    }

    /// What this test's actions left in the audit log.
    private List<String> noted() {
        var all = portal.audit();
        return all.subList(notedBefore, all.size());
    }

    private Reply setActive(String id, boolean active) {
        return portal.graphQl(
                admin, "mutation { setUserActive(userId: \"%s\", active: %s) { isActive } }".formatted(id, active));
    }
}
