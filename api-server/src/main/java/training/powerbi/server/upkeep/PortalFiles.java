package training.powerbi.server.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.check.FileClaim;
import training.powerbi.server.curriculum.StoredFile;
import training.powerbi.server.media.VideoNames;

/// How rows of the portal's tables name files beside them. The records are the columns that tell, as stored.
final class PortalFiles {
    static final List<FileClaim.Source<?>> ALL = List.of(
            new FileClaim.Source<>("recordings", Recording.class, Recording::claims),
            new FileClaim.Source<>("captions", Caption.class, Caption::claims),
            new FileClaim.Source<>("resources", Resource.class, Resource::claims),
            new FileClaim.Source<>("training_content", Day.class, Day::claims));

    private PortalFiles() {}

    private static Stream<FileClaim> stored(String whose, @Nullable String address, OptionalLong size, boolean folder) {
        if (address == null || !StoredFile.is(address)) {
            return Stream.empty();
        }
        try {
            var name = new BlobName(StoredFile.blob(address));
            return Stream.of(new FileClaim(whose, name, size, Optional.empty(), folder));
        } catch (IllegalArgumentException notOurs) {
            // Another program wrote that; the portal finds no such file either.
            return Stream.empty();
        }
    }

    /// @param purgedAt when its film was deleted for good
    record Recording(
            String recordingId,
            @Nullable Long sizeBytes,
            @Nullable String sha256,
            @Nullable String mediaType,
            @Nullable Instant purgedAt) {

        private Stream<FileClaim> claims() {
            if (sizeBytes == null || mediaType == null || purgedAt != null) {
                return Stream.empty();
            }
            return VideoNames.of(recordingId, mediaType).stream()
                    .map(name -> new FileClaim(
                            "Recording " + recordingId,
                            name,
                            OptionalLong.of(sizeBytes),
                            Optional.ofNullable(sha256),
                            false));
        }
    }

    record Caption(String captionId, String url, long sizeBytes) {

        private Stream<FileClaim> claims() {
            return stored("Captions " + captionId, url, OptionalLong.of(sizeBytes), false);
        }
    }

    record Resource(String resourceId, String url, long sizeBytes, boolean isActive) {

        private Stream<FileClaim> claims() {
            return isActive ? stored("Resource " + resourceId, url, OptionalLong.of(sizeBytes), true) : Stream.empty();
        }
    }

    record Day(int dayNumber, @Nullable String presentationUrl) {

        private Stream<FileClaim> claims() {
            return stored("Slides of day " + dayNumber, presentationUrl, OptionalLong.empty(), true);
        }
    }
}
