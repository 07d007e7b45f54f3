package training.powerbi.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.signin.PasswordSignIn;
import training.powerbi.client.testing.Heard;
import training.powerbi.client.testing.PortalProcess;
import training.powerbi.client.testing.Students;

/// The feed on the real server.
class LiveFeedIT {
    @TempDir
    private Path folder;

    private final Heard heard = new Heard();

    @Test
    void eventsArriveAndGoOnArrivingAfterTheServerWasRestarted() {
        try (var portal = PortalProcess.over(folder)) {
            var session = PasswordSignIn.inFiles(folder.resolve("tokens"), Clock.systemUTC())
                    .withPassword(
                            portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
            try (var connection = PortalConnection.to(portal.address(), session, Clock.systemUTC())) {
                connection.feed().start(heard);
                heard.await("subscribed");

                connection.client().unlockDay(4);
                heard.await("day 4 open");
                connection.client().addRecording(4, "Session 4", "https://media.example.com/4.mp4", "10 min");
                heard.await("recording Session 4");
                var student = Students.register(portal.address(), "asha@example.org");
                Students.viewPresentation(portal.address(), student.token(), 4);
                heard.await("progress 4");

                portal.kill();
                heard.await("Waiting");
                portal.restart();
                heard.await("subscribed", 2);

                connection.client().lockDay(4);
                heard.await("day 4 locked");
                assertThat(heard.words()).doesNotContain("Refused");
            }
        }
    }

    @Test
    void aSessionThatWasEndedElsewhereIsRefused() {
        try (var portal = PortalProcess.over(folder)) {
            var session = PasswordSignIn.inFiles(folder.resolve("tokens"), Clock.systemUTC())
                    .withPassword(
                            portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
            try (var connection = PortalConnection.to(portal.address(), session, Clock.systemUTC())) {
                connection.feed().start(heard);
                heard.await("subscribed");

                Students.endSession(portal.address(), session.accessToken());

                heard.await("Refused");
            }
        }
    }
}
