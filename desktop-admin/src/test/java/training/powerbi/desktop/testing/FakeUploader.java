package training.powerbi.desktop.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.DayRecording;
import training.powerbi.client.RecordingUploader;
import training.powerbi.model.VideoPlatform;

/// An uploader whose way a test writes.
public final class FakeUploader implements RecordingUploader {
    public final List<Upload> uploaded = new ArrayList<>();
    public final List<Upload> discarded = new ArrayList<>();
    public long kept;
    private Way way = (upload, progress) -> {
        progress.begun(URI.create("https://portal.example.org/uploads/" + upload.id()));
        progress.advanced(upload.sizeBytes());
    };
    private @Nullable RuntimeException refusal;

    /// What happens before an upload is done.
    @FunctionalInterface
    public interface Way {
        void go(Upload upload, Progress progress) throws InterruptedException;
    }

    public void goes(Way how) {
        way = how;
    }

    /// The next upload fails at its end, once.
    public void refuse(RuntimeException with) {
        refusal = with;
    }

    @Override
    public DayRecording upload(Upload upload, Progress progress) throws InterruptedException {
        way.go(upload, progress);
        var failure = refusal;
        refusal = null;
        if (failure != null) {
            throw failure;
        }
        uploaded.add(upload);
        return Samples.recording(upload.id(), upload.dayNumber(), upload.title(), VideoPlatform.UPLOAD);
    }

    @Override
    public long kept(Upload upload) {
        return kept;
    }

    @Override
    public void discard(Upload upload) {
        discarded.add(upload);
    }
}
