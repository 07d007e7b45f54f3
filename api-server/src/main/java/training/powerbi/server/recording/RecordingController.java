package training.powerbi.server.recording;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import training.powerbi.model.Recording;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.User;
import training.powerbi.server.access.Perspective;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Attempt;

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
    List<Recording> recordings(TrainingDay day, Perspective who) {
        return catalog.ofDay(who, day.dayNumber());
    }

    @SchemaMapping
    List<Recording> removedRecordings(TrainingDay day, Perspective who) {
        return catalog.removedFrom(who, day.dayNumber());
    }

    @SchemaMapping
    Optional<Recording> recording(TrainingDay day, Perspective who) {
        return catalog.ofDay(who, day.dayNumber()).stream().findFirst();
    }

    @SchemaMapping
    Optional<User> uploadedBy(Recording recording, Perspective who) {
        return catalog.uploadedBy(who, recording.recordingId());
    }

    @MutationMapping
    Recording uploadRecording(
            Viewer viewer,
            Attempt attempt,
            @Argument int dayNumber,
            @Argument String title,
            @Argument String videoUrl,
            @Argument String duration,
            @Argument @Nullable String cohortId) {
        return editor.add(viewer, attempt, dayNumber, new NewRecording(title, videoUrl, duration), cohortId);
    }

    @MutationMapping
    Recording updateRecording(Attempt attempt, @Argument String recordingId, @Argument UpdateRecordingInput input) {
        return editor.update(attempt, recordingId, input);
    }

    @MutationMapping
    Recording removeRecording(Attempt attempt, @Argument String recordingId) {
        return editor.setActive(attempt, recordingId, false);
    }

    @MutationMapping
    Recording restoreRecording(Attempt attempt, @Argument String recordingId) {
        return editor.setActive(attempt, recordingId, true);
    }

    @SubscriptionMapping
    Flux<Recording> recordingAdded(Viewer viewer) {
        return stream.additions(viewer);
    }
}
