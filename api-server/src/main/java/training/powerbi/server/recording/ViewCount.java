package training.powerbi.server.recording;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;

/// Counts how often recordings are viewed.
@Component
class ViewCount {
    private static final Logger LOG = LoggerFactory.getLogger(ViewCount.class);

    private final DeltaTable<String, RecordingRow> recordings;

    ViewCount(DeltaTable<String, RecordingRow> recordings) {
        this.recordings = recordings;
    }

    /// Counts one view. Many views at a time become one commit; the caller does not wait for it.

    void add(String recordingId) {
        var _ = recordings
                .submitPaced(now -> now.find(recordingId)
                        .map(row -> new Verdict<String, RecordingRow, Integer>(
                                List.of(row.viewedOnceMore()), List.of(), List.of(), row.viewCount() + 1))
                        .orElseGet(() -> Verdict.unchanged(0)))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.warn("A view of recording {} could not be counted", recordingId, failure);
                    }
                });
    }
}
