package training.powerbi.cli.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.client.RecordingUploader.Upload;

/// An upload as it is written down, so that the same command goes on with it after a break.
///
/// @param modified of the file, in milliseconds: another means another file
/// @param location where the portal keeps what has arrived; null before the first byte
/// @param cohortId whose students see it; null for everyone
record BegunUpload(
        String portal,
        String file,
        long sizeBytes,
        long modified,
        int dayNumber,
        String title,
        @Nullable String duration,
        @Nullable String location,
        @Nullable String cohortId) {

    /// The file as it is now.
    ///
    /// @throws UsageException when it is none that can be uploaded
    static BegunUpload of(URI portal, Path file, int dayNumber, String title, @Nullable String duration) {
        var whole = file.toAbsolutePath().normalize();
        try {
            var attributes = Files.readAttributes(whole, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new UsageException(file + " is no file. Give the film's file.");
            }
            return new BegunUpload(
                    portal.toString(),
                    whole.toString(),
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis(),
                    dayNumber,
                    title,
                    duration,
                    null,
                    null);
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file " + file + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read. Check that you may open it.", e);
        }
    }

    BegunUpload at(@Nullable URI place) {
        return with(place == null ? null : place.toString(), cohortId);
    }

    /// For the students of one cohort alone.
    ///
    /// @param cohort null for everyone
    BegunUpload forCohort(@Nullable String cohort) {
        return with(location, cohort);
    }

    private BegunUpload with(@Nullable String place, @Nullable String cohort) {
        return new BegunUpload(portal, file, sizeBytes, modified, dayNumber, title, duration, place, cohort);
    }

    /// Whether going on with the other one makes the same recording of the same bytes.
    boolean goesOnFrom(BegunUpload other) {
        return at(null).equals(other.at(null));
    }

    Upload upload(String id) {
        return new Upload(
                id,
                Path.of(file),
                sizeBytes,
                dayNumber,
                title,
                duration,
                location == null ? null : URI.create(location),
                cohortId);
    }
}
