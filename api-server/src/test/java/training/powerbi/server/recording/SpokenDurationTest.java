package training.powerbi.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class SpokenDurationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2h 30min            | PT2H30M
                    2h30m               | PT2H30M
                    2 hours 5 minutes   | PT2H5M
                    1 hr, 10 mins       | PT1H10M
                    1 hour and 30 sec   | PT1H30S
                    1.5h                | PT1H30M
                    1,5 h               | PT1H30M
                    90 min              | PT1H30M
                    90MIN               | PT1H30M
                    45s                 | PT45S
                    1:02:03             | PT1H2M3S
                    45:10               | PT45M10S
                    90:00               | PT1H30M
                    PT2H                | PT2H
                    pt1h2m3.9s          | PT1H2M3S
                    '  2h  '            | PT2H
                    P1D                 | PT24H
                    """)
    void readsWhatPeopleWrite(String text, String iso) {
        assertThat(SpokenDuration.parse(text)).isEqualTo(Duration.parse(iso));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "90",
                "0 min",
                "-5 min",
                "PT-2H",
                "PT0S",
                "25h",
                "P2D",
                "1:60",
                "1:99:00",
                "h",
                "2h 2h",
                "1:2:3",
                "99999999999999999999h",
                "PT99999999999999999999H",
                "2h 30min and then some",
                "٣h",
                "NaN h",
                "1e3h"
            })
    void refusesNonsenseNamingTheField(String text) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> SpokenDuration.parse(text))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
                    assertThat(refusal.field()).contains("duration");
                });
    }

    @Test
    void refusesAnOverlongTextWithoutReadingIt() {
        assertThatExceptionOfType(PortalException.class).isThrownBy(() -> SpokenDuration.parse("9".repeat(100_000)));
    }
}
