package training.powerbi.cli.recording;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.client.Course;
import training.powerbi.client.DayRecording;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The recording that is meant by its id, or by how its id begins.
final class ChosenRecording {
    private static final int LEAST = 4;

    private ChosenRecording() {}

    /// @throws UsageException when several are meant
    /// @throws PortalException RECORDING_NOT_FOUND when none is
    static DayRecording in(Course course, String typed) {
        var beginning = typed.strip().toLowerCase(Locale.ROOT);
        if (beginning.length() < LEAST) {
            throw new UsageException("Give the recording's id, or at least its first " + LEAST
                    + " characters; see portal recordings list");
        }
        var meant = all(course)
                .filter(recording ->
                        recording.recordingId().toLowerCase(Locale.ROOT).startsWith(beginning))
                .toList();
        if (meant.isEmpty()) {
            throw new PortalException(
                    ErrorCode.RECORDING_NOT_FOUND,
                    "There is no recording " + typed + "; see portal recordings list --removed");
        }
        if (meant.size() > 1) {
            throw new UsageException("Several recordings begin so: give more of the id. " + ids(meant));
        }
        return meant.getFirst();
    }

    static Stream<DayRecording> all(Course course) {
        return course.days().stream()
                .flatMap(day -> Stream.concat(day.recordings().stream(), day.removedRecordings().stream()));
    }

    private static String ids(List<DayRecording> meant) {
        return String.join(", ", meant.stream().map(DayRecording::recordingId).toList());
    }
}
