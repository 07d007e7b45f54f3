package training.powerbi.cli.recording;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.cli.terminal.ProgressBar;
import training.powerbi.client.DayRecording;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// One upload from the first look at its file to the recording. Whatever ends it early leaves either nothing, or a
/// note with which the same command goes on.
final class UploadRun implements RecordingUploader.Progress {
    /// They speak of the file or the day: the same upload would be refused again. All else may pass, as a full disk or
    /// a session that has ended, and what has arrived is not sent twice.
    private static final Set<ErrorCode> HOPELESS = Set.of(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            ErrorCode.BAD_USER_INPUT,
            ErrorCode.TOO_LARGE,
            ErrorCode.CHECKSUM_MISMATCH,
            ErrorCode.DAY_NOT_FOUND,
            ErrorCode.UPLOAD_EXPIRED);

    private final Desk desk;
    private final RecordingUploader uploader;
    private final UploadNote note;
    private final ProgressBar bar;
    private BegunUpload upload;

    UploadRun(Desk desk, RecordingUploader uploader, UploadNote note, BegunUpload upload, String name) {
        this.desk = desk;
        this.uploader = uploader;
        this.note = note;
        this.upload = upload;
        this.bar = new ProgressBar(desk.terminal(), desk.clock(), name, upload.sizeBytes());
    }

    /// @throws InterruptedException when it was stopped; the note stays
    DayRecording run() throws InterruptedException {
        goOn();
        try {
            var recording = uploader.upload(upload.upload(note.id()), this);
            note.delete();
            return recording;
        } catch (PortalException refused) {
            if (HOPELESS.contains(refused.code())) {
                giveUp();
            }
            throw refused;
        } catch (UncheckedIOException unusable) {
            if (hasChanged()) {
                giveUp();
            }
            throw unusable;
        } finally {
            bar.end();
        }
    }

    /// An earlier command may have begun it, with this very file or with what it was then.
    private void goOn() {
        var earlier = note.read();
        if (earlier.isEmpty()) {
            return;
        }
        if (upload.goesOnFrom(earlier.get())) {
            upload = earlier.get();
            desk.output().note("This upload was begun before; it goes on from there.");
        } else {
            desk.output().note("The file or its title is another than when this upload was begun; it begins anew.");
            discard(earlier.get());
        }
    }

    /// A file that cannot be read for the moment may come back as it was.
    private boolean hasChanged() {
        try {
            return !BegunUpload.of(
                            URI.create(upload.portal()),
                            Path.of(upload.file()),
                            upload.dayNumber(),
                            upload.title(),
                            upload.duration())
                    .forCohort(upload.cohortId())
                    .goesOnFrom(upload);
        } catch (UsageException | UncheckedIOException away) {
            return false;
        }
    }

    private void giveUp() {
        discard(upload);
        note.delete();
    }

    /// The portal tidies up by itself what it cannot be told about.
    private void discard(BegunUpload begun) {
        try {
            uploader.discard(begun.upload(note.id()));
        } catch (UnreachableException | SignedOutException | PortalException notTold) {
            desk.output().note("What has arrived of it stays at the portal until it tidies up by itself.");
        }
    }

    @Override
    public void begun(URI location) {
        upload = upload.at(location);
        note.write(upload);
    }

    @Override
    public void advanced(long bytes) {
        bar.at(bytes);
    }

    @Override
    public void sent(long bytes) {
        bar.at(bytes);
    }

    @Override
    public void warned(List<String> codecs) {
        desk.output()
                .note("Some devices do not play films written with " + String.join(", ", codecs)
                        + ". MP4 with H.264 and AAC plays everywhere.");
    }

    @Override
    public void interrupted(String reason) {
        desk.output().note("Interrupted: " + reason + " It is tried again.");
    }
}
