package training.powerbi.desktop.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import training.powerbi.client.AuditEntry;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;

class AuditWordsTest {
    private final Desk desk = Desk.atOnce();
    private final AuditViewModel model = new AuditViewModel(desk.course);

    private static AuditEntry entry(String type, @Nullable Integer day, String metadata) {
        return new AuditEntry("a", Samples.ANA, "u-ana", type, day, metadata, Samples.MORNING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unlock_day       | 3 | {}                                                        | Opened day 3 to the class
            update_day       | 4 | {}                                                        | Edited title or description of day 4
            upload_recording | 1 | {"subject":"r","after":{"title":"Session 1"}}             | Added the recording “Session 1” to day 1
            remove_recording | 1 | {"subject":"r2-0","before":{"isActive":true}}             | Removed the recording “Connecting to data, part 1” from day 1
            set_user_role    |   | {"subject":"u0","after":{"role":"admin"}}                 | Made Student Number 0 a trainer
            set_user_active  |   | {"subject":"u1","after":{"active":false}}                 | Disabled the account of Student Number 1
            set_user_role    |   | {"subject":"gone","after":{"role":"student"}}             | Made somebody a student
            paint_wall       | 2 | {}                                                        | paint wall
            """)
    void saysInASentenceWhatWasDoneToWhom(String type, @Nullable Integer day, String metadata, String said) {
        desk.portal.course = Samples.fullCourse();
        desk.read();

        // The first sentence asks who the people are.
        model.said(entry(type, day, metadata));
        assertThat(model.said(entry(type, day, metadata))).isEqualTo(said);
    }

    @Test
    void saysOfValuesWhatTheyMean() {
        var metadata =
                "{\"subject\":\"x\",\"asked\":\"ab12\",\"before\":{\"isUnlocked\":false,\"duration\":\"PT1H2M\"},"
                        + "\"after\":{\"isUnlocked\":true,\"duration\":\"PT1H3M\"}}";

        assertThat(model.changes(entry("unlock_day", 3, metadata)))
                .isEqualTo(List.of(
                        new ChangeRow("Open to the class", "no", "yes", true),
                        new ChangeRow("Length", "1:02:00", "1:03:00", true)));
    }
}
