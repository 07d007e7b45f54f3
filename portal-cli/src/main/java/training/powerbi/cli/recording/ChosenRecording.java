package training.powerbi.cli.recording;

import java.util.stream.Stream;
import training.powerbi.cli.desk.Beginning;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.client.Course;
import training.powerbi.client.DayRecording;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The recording that is meant by its id, or by how its id begins.
final class ChosenRecording {
    private ChosenRecording() {}

    /// @throws UsageException when several are meant
    /// @throws PortalException RECORDING_NOT_FOUND when none is
    static DayRecording in(Course course, String typed) {
        return new Beginning(typed, "portal recordings list")
                .of(all(course).toList(), DayRecording::recordingId)
                .orElseThrow(() -> new PortalException(
                        ErrorCode.RECORDING_NOT_FOUND,
                        "There is no recording " + typed + "; see portal recordings list --removed"));
    }

    static Stream<DayRecording> all(Course course) {
        return course.days().stream()
                .flatMap(day -> Stream.concat(day.recordings().stream(), day.removedRecordings().stream()));
    }
}
