package training.powerbi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.testing.StubPortal;

/// What changes something at the portal reads before what it tells behind.
class ChangesTest {
    @TempDir
    private Path folder;

    private final StubPortal portal = new StubPortal();
    private Cli cli;
    private int asked;

    @BeforeEach
    void signIn() {
        cli = Cli.in(folder, portal.address().toString());
        config("http://localhost:1")
                .json(
                        "{\"access_token\":\"t\",\"expires_in\":1800,\"refresh_token\":\"r\",\"user\":{\"userId\":\"u\",\"email\":\"a@b.c\","
                                + "\"role\":\"ADMIN\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"isActive\":true}}");
        config("http://localhost:1");
        var signedIn = cli.fed("password\n", "login", "-e", "a@b.c", "--password-stdin");
        assertThat(signedIn.exit()).as(signedIn.err()).isZero();
        asked = portal.asked().size();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private StubPortal config(String publicUrl) {
        return portal.json("{\"courseTitle\":\"C\",\"timeZone\":\"UTC\",\"maxUploadBytes\":1,\"publicUrl\":\""
                + publicUrl + "\"}");
    }

    private List<String> sinceThen() {
        return portal.asked().subList(asked, portal.asked().size());
    }

    @Test
    void anInvitationLeadsToTheSiteThatThePortalNames() {
        config("https://course.example.org/site").json("{\"data\":{\"createInvite\":{\"code\":\"A-1\"}}}");

        var made = cli.run("invites", "create");

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.lines()).containsExactly("A-1", "https://course.example.org/site/#/register?code=A-1");
        assertThat(sinceThen()).containsExactly("GET /api/v1/config", "POST /graphql");
    }

    @Test
    void noInvitationIsMadeThatCannotBeToldOf() {
        portal.problem(403, "ACCESS_DENIED");

        assertThat(cli.run("invites", "create").exit()).isEqualTo(5);
        assertThat(sinceThen()).containsExactly("GET /api/v1/config");
    }

    @Test
    void whatAPortalMakesUpDoesNotSteerTheTerminal() {
        config("https://course.example.org").json("{\"data\":{\"createInvite\":{\"code\":\"A\\u001b[2J\\u009b1\"}}}");

        assertThat(cli.run("invites", "create").out())
                .contains("A\uFFFD[2J\uFFFD1")
                .doesNotContain("\u001b", "\u009b");
    }

    @Test
    void nothingIsOpenedWhenTheCourseCannotBeRead() {
        portal.json("{\"errors\":[{\"message\":\"No.\",\"extensions\":{\"code\":\"ACCESS_DENIED\"}}]}");

        assertThat(cli.run("unlock-all").exit()).isEqualTo(5);
        assertThat(sinceThen()).containsExactly("POST /graphql");
    }

    @Test
    void withoutATerminalThePasswordIsAskedForOnTheInputOnly() {
        var piped = Cli.in(folder.resolve("piped"), portal.address().toString());
        config("http://localhost:1");
        config("http://localhost:1");
        var refused = piped.run("login", "-e", "a@example.org");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--password-stdin");
        assertThat(piped.run("login", "--password", "secret").exit()).isEqualTo(2);
        assertThat(piped.fed("", "login", "-e", "a@example.org", "--password-stdin")
                        .exit())
                .isEqualTo(2);
    }
}
