package training.powerbi.client.live;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.client.LiveFeed;
import training.powerbi.client.http.Json;
import training.powerbi.model.UserProgress;

/// The subscriptions of the live feed.
enum LiveStream {
    DAY_CHANGED("DayChanged", "/dayChanged") {
        @Override
        void deliver(JsonNode event, LiveFeed.Listener listener) {
            var student = event.path("userId").asString("");
            if (student.isEmpty()) {
                listener.dayChanged(Json.MAPPER.treeToValue(event.path("day"), CourseDay.class));
            } else {
                // The day is for its cohort what it was.
                listener.studentChanged(student);
            }
        }
    },
    RECORDING_ADDED("RecordingAdded", "/recordingAdded") {
        @Override
        void deliver(JsonNode event, LiveFeed.Listener listener) {
            listener.recordingAdded(Json.MAPPER.treeToValue(event, DayRecording.class));
        }
    },
    PROGRESS_UPDATED("ProgressUpdated", "/progressUpdated") {
        @Override
        void deliver(JsonNode event, LiveFeed.Listener listener) {
            listener.progressUpdated(Json.MAPPER.treeToValue(event, UserProgress.class));
        }
    };

    private final String operation;
    private final String event;

    LiveStream(String operation, String event) {
        this.operation = operation;
        this.event = event;
    }

    /// Name of the operation, and id of the subscription.
    String operation() {
        return operation;
    }

    static Optional<LiveStream> of(String id) {
        return Arrays.stream(values())
                .filter(stream -> stream.operation.equals(id))
                .findFirst();
    }

    /// @throws tools.jackson.core.JacksonException when the event is not understood
    void tell(JsonNode data, LiveFeed.Listener listener) {
        deliver(data.at(event), listener);
    }

    abstract void deliver(JsonNode event, LiveFeed.Listener listener);
}
