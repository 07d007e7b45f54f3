package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A portal is installed over the data of the one before it.
class StoreBeforeIT {
    private static final String COURSE =
            "{ trainingDays { dayNumber isUnlocked scheduledAt recordings { title duration } } }";

    @TempDir
    private Path data;

    @Test
    void openAndGoOnWithWhatTheVersionBeforeWrote() throws IOException {
        StoreBefore.unpack(data);

        try (var portal = RunningPortal.over(data)) {
            var days = portal.data(portal.adminToken(), COURSE).path("trainingDays");
            assertThat(days.path(0))
                    .hasToString("{\"dayNumber\":1,\"isUnlocked\":true,\"scheduledAt\":null,"
                            + "\"recordings\":[{\"title\":\"Session 1\",\"duration\":\"PT2H30M\"}]}");
            assertThat(days.path(1).path("scheduledAt").asString()).isEqualTo("2031-05-06T09:00:00Z");
            assertThat(portal.rest("GET", "/api/v1/health", null, null).statusCode())
                    .isEqualTo(200);
            portal.data(portal.adminToken(), "mutation { unlockDay(dayNumber: 2) { dayNumber } }");
        }
        try (var portal = RunningPortal.over(data)) {
            var learner = portal.login(StoreBefore.LEARNER, PortalHttp.STUDENT_PASSWORD);
            assertThat(portal.data(learner, "{ trainingDay(dayNumber: 1) { progress { completionPercentage } } }"))
                    .hasToString("{\"trainingDay\":{\"progress\":{\"completionPercentage\":100.0}}}");
            assertThat(portal.data(learner, "{ trainingDay(dayNumber: 2) { isUnlocked } }"))
                    .hasToString("{\"trainingDay\":{\"isUnlocked\":true}}");
            assertThat(portal.data(portal.adminToken(), "{ adminActions { edges { node { actionType dayNumber } } } }")
                            .toString())
                    .contains(
                            "{\"actionType\":\"unlock_day\",\"dayNumber\":1}",
                            "{\"actionType\":\"unlock_day\",\"dayNumber\":2}");
        }
    }
}
