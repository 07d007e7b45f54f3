package training.powerbi.lakehouse.log;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import training.powerbi.lakehouse.CommitNote;

/// Commit notes as text in `commitInfo.userMetadata`, the field Delta keeps for users: an array of objects
/// with `id` and `note`.
final class NoteJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private NoteJson() {}

    /// The `commitInfo` line with the extras in it.
    static String extend(String line, CommitExtras extras) {
        var action = (ObjectNode) JSON.readTree(line);
        add((ObjectNode) action.get("commitInfo"), extras);
        return JSON.writeValueAsString(action);
    }

    /// A `commitInfo` line of our own making.
    static String commitInfo(CommitExtras extras, String writer, long now) {
        var action = JSON.createObjectNode();
        var info = action.putObject("commitInfo")
                .put("timestamp", now)
                .put("engineInfo", writer)
                .put("operation", "WRITE")
                .put("isBlindAppend", false)
                .put("txnId", UUID.randomUUID().toString());
        info.putObject("operationParameters");
        add(info, extras);
        return JSON.writeValueAsString(action);
    }

    private static void add(ObjectNode info, CommitExtras extras) {
        if (!extras.notes().isEmpty()) {
            info.put("userMetadata", text(extras.notes()));
        }
        var metrics = info.putObject("operationMetrics");
        extras.metrics().forEach(metrics::put);
    }

    /// The notes in the text; none when it is not ours.
    static List<CommitNote> notes(String userMetadata) {
        try {
            var notes = new ArrayList<CommitNote>();
            for (var each : JSON.readTree(userMetadata)) {
                notes.add(new CommitNote(each.get("id").stringValue(), JSON.writeValueAsString(each.get("note"))));
            }
            return notes;
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static String text(List<CommitNote> notes) {
        var array = JSON.createArrayNode();
        for (var note : notes) {
            array.addObject().put("id", note.id()).set("note", JSON.readTree(note.json()));
        }
        return JSON.writeValueAsString(array);
    }
}
