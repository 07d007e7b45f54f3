package training.powerbi.cli.recording;

import training.powerbi.cli.desk.Desk;
import training.powerbi.client.DayRecording;

/// What a change made of a recording.
final class Told {
    private Told() {}

    static void of(DayRecording recording, String state, Desk desk) {
        desk.output()
                .answer(
                        RecordingLine.of(recording),
                        "Recording " + recording.recordingId() + " " + state + ": " + recording.title());
    }
}
