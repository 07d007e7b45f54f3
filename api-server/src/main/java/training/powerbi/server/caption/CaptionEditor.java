package training.powerbi.server.caption;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Recording;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Standing;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.caption.webvtt.WebVtt;
import training.powerbi.server.recording.RecordingCatalog;

/// Sets and removes captions. Whatever a file came as, it is kept as WebVTT in its plainest form. Returns once the
/// file, the row and its audit row are durable; captions that are the same as before change nothing.
@Service
@PreAuthorize("hasRole('ADMIN')")
class CaptionEditor {
    private static final Logger LOG = LoggerFactory.getLogger(CaptionEditor.class);

    private final DeltaTable<String, CaptionRow> captions;
    private final RecordingCatalog recordings;
    private final CaptionFiles files;
    private final Changes changes;
    private final Standing standing;

    CaptionEditor(
            DeltaTable<String, CaptionRow> captions,
            RecordingCatalog recordings,
            CaptionFiles files,
            Changes changes,
            Standing standing) {
        this.captions = captions;
        this.recordings = recordings;
        this.files = files;
        this.changes = changes;
        this.standing = standing;
    }

    CaptionRow set(Viewer admin, Attempt attempt, String recordingId, String language, byte[] file) {
        var recording = require(recordingId);
        var spoken = CaptionLanguage.parse(language);
        var written = WebVtt.write(WebVtt.parse(file));
        // The file took its time to arrive.
        standing.requireAdmin(admin);
        var action = attempt.to(ActionType.SET_CAPTIONS, recordingId, spoken.tag(), UUID.nameUUIDFromBytes(file));
        boolean repeated = changes.made(action);
        var id = CaptionRow.id(recordingId, spoken.tag());
        var before = captions.snapshot().find(id);
        if (before.isPresent() && (repeated || same(before.get(), written))) {
            return before.get();
        }
        var url = files.put(action.newId("captions"), written);
        var set = changes.run(action, captions, (rows, at) -> {
            var row = new CaptionRow(
                    id,
                    recordingId,
                    recording.dayNumber(),
                    spoken.tag(),
                    spoken.label(),
                    url,
                    written.length,
                    at,
                    admin.userId());
            var replaced = rows.find(id).map(CaptionRow::all).orElseGet(Map::of);
            return Change.of(row, new Entry(row.dayNumber(), recordingId, replaced, row.all()));
        });
        before.ifPresent(this::deleteFile);
        return set.answer();
    }

    /// @throws PortalException NOT_FOUND when the recording has no such captions
    void remove(Attempt attempt, String recordingId, String language) {
        require(recordingId);
        var spoken = CaptionLanguage.parse(language);
        var action = attempt.to(ActionType.REMOVE_CAPTIONS, recordingId, spoken.tag());
        if (changes.made(action)) {
            return;
        }
        var id = CaptionRow.id(recordingId, spoken.tag());
        var removed = changes.run(action, captions, (rows, at) -> {
            var row = rows.find(id)
                    .orElseThrow(() -> new PortalException(
                            ErrorCode.NOT_FOUND, "The recording has no captions in this language."));
            return Change.deletion(id, new Entry(row.dayNumber(), recordingId, row.all(), Map.of()), row);
        });
        deleteFile(removed.answer());
    }

    private boolean same(CaptionRow row, byte[] file) {
        return files.content(row).filter(known -> Arrays.equals(known, file)).isPresent();
    }

    private Recording require(String recordingId) {
        return recordings
                .find(recordingId)
                .orElseThrow(() -> new PortalException(
                        ErrorCode.RECORDING_NOT_FOUND, "There is no such recording; it may have been removed."));
    }

    private void deleteFile(CaptionRow row) {
        try {
            files.delete(row);
        } catch (PortalException failure) {
            LOG.warn("The replaced captions {} could not be deleted", row.url(), failure);
        }
    }
}
