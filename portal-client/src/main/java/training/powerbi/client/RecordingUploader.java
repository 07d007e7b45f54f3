package training.powerbi.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Uploads of recordings by tus 1.0, which go on where they were cut. Calls block.
public interface RecordingUploader {

    /// What is to be uploaded, complete enough to be written down and taken up again by the next start of the program.
    ///
    /// @param duration as a person writes it, for a film that does not tell; null while the film is to tell, empty
    /// when it did not and nobody has said it yet
    /// @param cohortId whose students get it; null for everyone
    /// @param location where the portal keeps the begun upload; null before the first byte
    record Upload(
            String id,
            Path file,
            long sizeBytes,
            int dayNumber,
            String title,
            @Nullable String duration,
            @Nullable URI location,
            @Nullable String cohortId) {

        /// For everyone.
        public Upload(
                String id,
                Path file,
                long sizeBytes,
                int dayNumber,
                String title,
                @Nullable String duration,
                @Nullable URI location) {
            this(id, file, sizeBytes, dayNumber, title, duration, location, null);
        }

        public Upload at(@Nullable URI place) {
            return new Upload(id, file, sizeBytes, dayNumber, title, duration, place, cohortId);
        }

        public Upload lasting(String length) {
            return new Upload(id, file, sizeBytes, dayNumber, title, length, location, cohortId);
        }
    }

    /// Told of an upload's way, on the uploading thread.
    interface Progress {
        /// The portal has made a place for it.
        void begun(URI location);

        /// So many of its bytes are safe on the portal's disk.
        void advanced(long bytes);

        /// So many of its bytes have left, of which the last may not be safe yet; told often, on any thread.
        default void sent(long bytes) {}

        /// The recording is there, though some devices do not play what these codecs wrote.
        void warned(List<String> codecs);

        /// The line was cut; it is tried again by itself.
        void interrupted(String reason);
    }

    /// Uploads from where the portal's copy ends to the end of the file, over cut lines, until done or the thread is
    /// interrupted, which pauses: the same call goes on later.
    ///
    /// What is published is the file as it was when the call began: its last bytes do not leave when it has changed
    /// meanwhile, and travel with their checksum.
    ///
    /// @return the recording, which exists from now on
    /// @throws InterruptedException when paused
    /// @throws java.io.UncheckedIOException when the file cannot be read or has changed since
    /// @throws training.powerbi.model.error.PortalException when the portal refuses the upload; STORAGE_FULL may be
    /// tried again later without loss
    DayRecording upload(Upload upload, Progress progress) throws InterruptedException;

    /// How many bytes of an upload are safe on the portal's disk; 0 when it was not begun, or is there no more.
    long kept(Upload upload);

    /// Gives a begun upload up and its space back.
    void discard(Upload upload);
}
