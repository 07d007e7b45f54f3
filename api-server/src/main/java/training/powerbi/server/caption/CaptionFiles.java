package training.powerbi.server.caption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.caption.webvtt.WebVtt;
import training.powerbi.server.curriculum.StoredFile;

/// The caption files, and what is said in them, which is kept in memory once it was asked for.
@Component
class CaptionFiles {
    /// Characters of all texts kept: a course of some hundred hours in two languages.
    private static final long MAX_CHARACTERS = 32L * 1024 * 1024;

    private final BlobStore blobs;
    private final Cache<String, List<SpokenLine>> lines = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .<String, List<SpokenLine>>weigher((file, spoken) -> 1
                    + spoken.stream()
                            .mapToInt(line -> 2 * line.text().length() + 64)
                            .sum())
            .build();

    CaptionFiles(BlobStore blobs) {
        this.blobs = blobs;
    }

    /// Empty when the row names no file that is there, whoever wrote it.
    Optional<byte[]> content(CaptionRow row) {
        return name(row).flatMap(blobs::find).map(blob -> {
            try (var file = Channels.newInputStream(blob.open())) {
                return file.readNBytes(WebVtt.MAX_WRITTEN_BYTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// What is said, in order; nothing when the file is gone or is no captions.
    List<SpokenLine> lines(CaptionRow row) {
        return lines.get(row.url(), url -> content(row).map(CaptionFiles::lines).orElse(List.of()));
    }

    String put(String fileId, byte[] content) {
        var name = CaptionRow.blob(fileId);
        blobs.put(name, content);
        return StoredFile.address(name.path());
    }

    void delete(CaptionRow row) {
        lines.invalidate(row.url());
        name(row).ifPresent(blobs::delete);
    }

    private static Optional<BlobName> name(CaptionRow row) {
        try {
            return StoredFile.is(row.url()) ? Optional.of(row.blob()) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private static List<SpokenLine> lines(byte[] file) {
        try {
            return SpokenLine.of(WebVtt.parse(file));
        } catch (PortalException noCaptions) {
            return List.of();
        }
    }
}
