package training.powerbi.server.recording;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import training.powerbi.model.Recording;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.User;
import training.powerbi.server.account.Viewer;

@Controller
class RecordingController {
    private final RecordingCatalog catalog;
    private final RecordingEditor editor;
    private final RecordingStream stream;

    RecordingController(RecordingCatalog catalog, RecordingEditor editor, RecordingStream stream) {
        this.catalog = catalog;
        this.editor = editor;
        this.stream = stream;
    }

    @SchemaMapping
    List<Recording> recordings(TrainingDay day, Viewer viewer) {
        return catalog.ofDay(viewer, day.dayNumber());
    }

    @SchemaMapping
    List<Recording> removedRecordings(TrainingDay day, Viewer viewer) {
        return catalog.removedFrom(viewer, day.dayNumber());
    }

    @SchemaMapping
    Optional<Recording> recording(TrainingDay day, Viewer viewer) {
        return catalog.ofDay(viewer, day.dayNumber()).stream().findFirst();
    }

    @SchemaMapping
    Optional<User> uploadedBy(Recording recording, Viewer viewer) {
        return catalog.uploadedBy(viewer, recording.recordingId());
    }

    @MutationMapping
    Recording uploadRecording(
            Viewer viewer,
            @Argument int dayNumber,
            @Argument String title,
            @Argument String videoUrl,
            @Argument String duration,
            @ContextValue(required = false) @Nullable String idempotencyKey) {
        return editor.add(viewer, dayNumber, new NewRecording(title, videoUrl, duration), idempotencyKey);
    }

    @MutationMapping
    Recording updateRecording(
            Viewer viewer,
            @Argument String recordingId,
            @Argument UpdateRecordingInput input,
            @ContextValue(required = false) @Nullable String idempotencyKey) {
        return editor.update(viewer, recordingId, input, idempotencyKey);
    }

    @MutationMapping
    Recording removeRecording(
            Viewer viewer,
            @Argument String recordingId,
            @ContextValue(required = false) @Nullable String idempotencyKey) {
        return editor.setActive(viewer, recordingId, false, idempotencyKey);
    }

    @MutationMapping
    Recording restoreRecording(
            Viewer viewer,
            @Argument String recordingId,
            @ContextValue(required = false) @Nullable String idempotencyKey) {
        return editor.setActive(viewer, recordingId, true, idempotencyKey);
    }

    @SubscriptionMapping
    Flux<Recording> recordingAdded(Viewer viewer) {
        return stream.additions(viewer);
    }
}
