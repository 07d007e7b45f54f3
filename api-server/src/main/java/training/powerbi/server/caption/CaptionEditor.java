package training.powerbi.server.caption;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.Recording;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Standing;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;
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
    private final AuditTrail audit;
    private final Standing standing;
    private final Clock clock;

    CaptionEditor(
            DeltaTable<String, CaptionRow> captions,
            RecordingCatalog recordings,
            CaptionFiles files,
            AuditTrail audit,
            Standing standing,
            Clock clock) {
        this.captions = captions;
        this.recordings = recordings;
        this.files = files;
        this.audit = audit;
        this.standing = standing;
        this.clock = clock;
    }

    CaptionRow set(Viewer admin, String recordingId, String language, byte[] file, @Nullable String key) {
        var recording = require(recordingId);
        var spoken = CaptionLanguage.parse(language);
        var written = WebVtt.write(WebVtt.parse(file));
        // The file took its time to arrive.
        standing.requireAdmin(admin);
        var attempt = Attempt.by(admin.userId(), key, recordingId, spoken.tag(), UUID.nameUUIDFromBytes(file));
        boolean repeated = audit.done(attempt, ActionType.SET_CAPTIONS);
        var id = CaptionRow.id(recordingId, spoken.tag());
        var before = captions.snapshot().find(id);
        if (before.isPresent() && (repeated || same(before.get(), written))) {
            return before.get();
        }
        var row = new CaptionRow(
                id,
                recordingId,
                recording.dayNumber(),
                spoken.tag(),
                spoken.label(),
                files.put(attempt.newId("captions"), written),
                written.length,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                admin.userId());
        captions.update(now -> Verdict.upsert(
                row,
                audit.note(
                        attempt,
                        ActionType.SET_CAPTIONS,
                        row.dayNumber(),
                        recordingId,
                        now.find(id).map(CaptionRow::all).orElseGet(Map::of),
                        row.all())));
        before.ifPresent(this::deleteFile);
        return row;
    }

    /// @throws PortalException NOT_FOUND when the recording has no such captions
    void remove(Viewer admin, String recordingId, String language, @Nullable String key) {
        require(recordingId);
        var spoken = CaptionLanguage.parse(language);
        var attempt = Attempt.by(admin.userId(), key, recordingId, spoken.tag());
        if (audit.done(attempt, ActionType.REMOVE_CAPTIONS)) {
            return;
        }
        var id = CaptionRow.id(recordingId, spoken.tag());
        var removed = captions.update(now -> {
            var row = now.find(id)
                    .orElseThrow(() -> new PortalException(
                            ErrorCode.NOT_FOUND, "The recording has no captions in this language."));
            var note =
                    audit.note(attempt, ActionType.REMOVE_CAPTIONS, row.dayNumber(), recordingId, row.all(), Map.of());
            return new Verdict<>(List.of(), List.of(id), List.of(note), row);
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
