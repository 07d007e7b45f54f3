package training.powerbi.site.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where one goes on when the portal and the browser know different places.
class ResumeIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    private static final String PLACE = """
            async ([toldAt, told, keptAt, kept]) => {
              const { withKept, resumeAt } = await import('/js/course/progress.js');
              const recording = { recordingId: 'a', durationSeconds: 3600 };
              const other = { recordingId: 'b', durationSeconds: 3600 };
              const progress = toldAt && { completionPercentage: 1, lastAccessed: toldAt, resumePositions: [
                { recordingId: 'b', positionSeconds: 5 }, { recordingId: 'a', positionSeconds: told }] };
              const day = { isUnlocked: true, recordings: [other, recording], progress };
              const here = withKept(day, [{ recordingId: 'a', positionSeconds: kept, at: keptAt }]);
              return resumeAt(here, recording) + ' ' + here.progress.resumePositions[0].recordingId;
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T10:00:00Z, 600, 2026-01-05T10:10:00Z, 1200, 1200 a",
        "2026-01-05T10:00:00Z, 600, 2026-01-05T10:10:00Z, 300, 300 a",
        "2026-01-05T10:20:00Z, 600, 2026-01-05T10:10:00Z, 1200, 1200 b",
        "2026-01-05T10:20:00Z, 1800, 2026-01-05T10:10:00Z, 1200, 1800 b",
        ", 0, 2026-01-05T10:10:00Z, 1200, 1200 a",
    })
    void thePositionLeftLastCountsAndInDoubtTheFartherOne(
            String toldAt, int told, String keptAt, int kept, String expected) {
        STAGE.open();
        assertThat(STAGE.page().evaluate(PLACE, Arrays.asList(toldAt, told, keptAt, kept)))
                .isEqualTo(expected);
    }
}
