package training.powerbi.server.media;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.recording.RecordingShelf;

/// Deletes recordings, with a time in which they can be brought back.
@Service
@PreAuthorize("hasRole('ADMIN')")
class Removal {
    private final RecordingShelf shelf;

    Removal(RecordingShelf shelf) {
        this.shelf = shelf;
    }

    /// @throws PortalException RECORDING_NOT_FOUND
    void remove(Attempt attempt, String recordingId) {
        if (!shelf.delete(attempt, recordingId)) {
            throw new PortalException(
                    ErrorCode.RECORDING_NOT_FOUND, "There is no such recording; it may have been deleted.");
        }
    }
}
