package training.powerbi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.testing.FakeEntra;
import training.powerbi.client.testing.PortalProcess;

/// Microsoft's library for real, against a sign-in service of the test's own that the real server trusts.
class MicrosoftLoginIT {
    @TempDir
    private static Path folder;

    private static FakeEntra entra;
    private static PortalProcess portal;

    @BeforeAll
    static void start() {
        entra = new FakeEntra(folder);
        portal = PortalProcess.over(
                folder,
                "portal.entra.tenant-id=" + FakeEntra.TENANT,
                "portal.entra.client-id=" + FakeEntra.CLIENT,
                "portal.entra.authority=" + entra.authority(),
                "portal.entra.jwks-uri=" + entra.keysAddress());
    }

    @AfterAll
    static void stop() {
        portal.close();
        entra.close();
    }

    @Test
    void aCodeIsTypedElsewhereAndTheSessionIsRenewedWithoutAnybody() throws Exception {
        entra.person(FakeEntra.Person.trainer());
        entra.codesExpire(false);
        entra.pending(1);
        var cli = cli("grace");

        var signedIn = cli.run("login", "--device-code");

        assertThat(signedIn.exit()).as(signedIn.err()).isZero();
        assertThat(signedIn.err()).contains("ABCD-1234");
        assertThat(signedIn.out()).contains("Grace");
        assertThat(cli.run("stats").exit()).isZero();
        int before = entra.refreshes();
        cli.expire();
        assertThat(cli.run("stats").exit()).isZero();
        assertThat(entra.refreshes()).isEqualTo(before + 1);

        entra.revokeAll();
        cli.expire();
        var over = cli.run("stats");
        assertThat(over.exit()).as(over.err()).isEqualTo(3);
        assertThat(over.err()).contains("portal login");
    }

    @Test
    void aStudentAndACodeThatNobodyTypedAreToldSoAndNothingIsKept() {
        entra.person(FakeEntra.Person.student());
        entra.codesExpire(false);
        var cli = cli("asha");
        var refused = cli.run("login", "--device-code");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("student");

        entra.person(FakeEntra.Person.trainer());
        entra.codesExpire(true);
        var late = cli.run("login", "--device-code", "--json");
        assertThat(late.exit()).isEqualTo(1);
        assertThat(late.err()).contains("was not completed");
        assertThat(cli.run("whoami").exit()).isEqualTo(3);
    }

    private static Cli cli(String name) {
        return new Cli(
                folder.resolve(name),
                Map.of("PORTAL_URL", portal.address().toString()),
                entra.trust().getSocketFactory());
    }
}
