package training.powerbi.desktop.ui.upload;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.RecordingUploader.Upload;

/// One upload as the screen shows it. Of use on the FX thread only.
public final class UploadItem {
    private final ReadOnlyObjectWrapper<UploadState> state;
    private final ReadOnlyLongWrapper sent = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper lengthAsked = new ReadOnlyBooleanWrapper();
    private final StringProperty length = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper lengthError = new ReadOnlyStringWrapper("");
    private final SpeedMeter speed = new SpeedMeter();
    private String warning = "";
    private Upload upload;

    UploadItem(Upload upload, UploadState first) {
        this.upload = upload;
        this.state = new ReadOnlyObjectWrapper<>(first);
        length.addListener((text, before, now) -> lengthError.set(""));
        this.lengthAsked.set("".equals(upload.duration()));
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

    /// Why it stands still, or what is to be known of what it has become; else empty.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Whether it can go on only once the person has said how long the film is.
    ReadOnlyBooleanProperty lengthAsked() {
        return lengthAsked.getReadOnlyProperty();
    }

    /// As the person types it.
    StringProperty length() {
        return length;
    }

    ReadOnlyStringProperty lengthError() {
        return lengthError.getReadOnlyProperty();
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

    /// Said when it is done.
    void warn(String what) {
        warning = what;
    }

    void arrived() {
        become(UploadState.DONE, warning);
    }

    void keptAt(@Nullable URI location) {
        upload = upload.at(location);
    }

    /// What was sent is gone from the portal; with a length it is sent again.
    void askLength() {
        if (length.get().isBlank() && upload.duration() != null) {
            length.set(upload.duration());
        }
        upload = upload.lasting("").at(null);
        lengthAsked.set(true);
        sent.set(0);
    }

    /// Takes the typed length over.
    ///
    /// @param missing said beside the field when there is none
    /// @return whether the upload may go on
    boolean answerLength(String missing) {
        if (!lengthAsked.get()) {
            return true;
        }
        var typed = length.get().strip();
        lengthError.set(typed.isEmpty() ? missing : "");
        if (typed.isEmpty()) {
            return false;
        }
        upload = upload.lasting(typed);
        lengthAsked.set(false);
        return true;
    }

    /// What an earlier start of the program has sent, unless this one goes on already.
    void found(long bytes) {
        if (state() == UploadState.PAUSED) {
            sent.set(Math.min(bytes, upload.sizeBytes()));
        }
    }

    void advance(Instant now, long bytes) {
        speed.hear(now, bytes);
        sent.set(bytes);
    }
}
