package training.powerbi.client.testing;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.RecordingUploader;

/// Writes down an upload's way.
public class UploadLog implements RecordingUploader.Progress {
    private final List<URI> places = new CopyOnWriteArrayList<>();
    private final List<Long> bytes = new CopyOnWriteArrayList<>();
    private final List<String> interruptions = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final LongConsumer onAdvance;

    public UploadLog() {
        this(_ -> {});
    }

    /// @param onAdvance is called for each advance, on the uploading thread
    public UploadLog(LongConsumer onAdvance) {
        this.onAdvance = onAdvance;
    }

    @Override
    public void begun(URI location) {
        places.add(location);
    }

    @Override
    public void advanced(long total) {
        bytes.add(total);
        onAdvance.accept(total);
    }

    @Override
    public void warned(List<String> codecs) {
        warnings.addAll(codecs);
    }

    @Override
    public void interrupted(String reason) {
        interruptions.add(reason);
    }

    /// Where it was begun; once, unless the portal lost it.
    public List<URI> places() {
        return List.copyOf(places);
    }

    public @Nullable URI place() {
        return places.isEmpty() ? null : places.getLast();
    }

    public List<Long> bytes() {
        return List.copyOf(bytes);
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    public List<String> interruptions() {
        return List.copyOf(interruptions);
    }
}
