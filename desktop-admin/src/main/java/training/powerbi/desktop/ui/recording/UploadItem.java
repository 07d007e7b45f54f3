package training.powerbi.desktop.ui.recording;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import training.powerbi.desktop.api.RecordingUploader.Upload;

/// One upload as the screen shows it. Of use on the FX thread only.
final class UploadItem {
    private final ReadOnlyObjectWrapper<UploadState> state;
    private final ReadOnlyLongWrapper sent = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final SpeedMeter speed = new SpeedMeter();
    private Upload upload;

    UploadItem(Upload upload, UploadState first) {
        this.upload = upload;
        this.state = new ReadOnlyObjectWrapper<>(first);
    }

    Upload upload() {
        return upload;
    }

    UploadState state() {
        return state.get();
    }

    ReadOnlyObjectProperty<UploadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Bytes that are safe on the portal's disk.
    ReadOnlyLongProperty sent() {
        return sent.getReadOnlyProperty();
    }

    /// Why it stands still; empty when it does not.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    double fraction() {
        return upload.sizeBytes() == 0 ? 0 : Math.min(1, (double) sent.get() / upload.sizeBytes());
    }

    double bytesPerSecond() {
        return state().isUnderWay() ? speed.perSecond() : 0;
    }

    @Nullable
    Duration timeLeft() {
        return state() == UploadState.SENDING ? speed.timeFor(upload.sizeBytes() - sent.get()) : null;
    }

    void become(UploadState now, String why) {
        if (now != UploadState.SENDING) {
            speed.restart();
        }
        message.set(why);
        state.set(now);
    }

    void keptAt(@Nullable URI location) {
        upload = new Upload(
                upload.id(), upload.file(), upload.sizeBytes(), upload.dayNumber(), upload.title(), location);
    }

    void advance(Instant now, long bytes) {
        speed.hear(now, bytes);
        sent.set(bytes);
    }
}
