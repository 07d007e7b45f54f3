package training.powerbi.desktop.ui.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.client.RecordingUploader.Upload;

/// The journal as a JSON file, written beside itself and moved into place: a crash leaves the old one or the new.
public final class FileUploadJournal implements UploadJournal {
    private static final Logger LOG = LoggerFactory.getLogger(FileUploadJournal.class);

    private final Path folder;
    private final Path file;
    private final JsonMapper json;

    /// @param folder one for each portal; made when there is something to write
    public FileUploadJournal(Path folder, JsonMapper json) {
        this.folder = folder;
        this.file = folder.resolve("uploads.json");
        this.json = json;
    }

    /// An upload as it is written: paths and addresses as text. What journals of older programs lack is null.
    record Entry(
            String id,
            String file,
            long sizeBytes,
            int dayNumber,
            String title,
            @Nullable String duration,
            @Nullable String location,
            @Nullable String cohortId) {
        static Entry of(Upload upload) {
            var location = upload.location();
            return new Entry(
                    upload.id(),
                    upload.file().toString(),
                    upload.sizeBytes(),
                    upload.dayNumber(),
                    upload.title(),
                    upload.duration(),
                    location == null ? null : location.toString(),
                    upload.cohortId());
        }

        Upload upload() {
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

    @Override
    public synchronized List<Upload> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.of(json.readValue(file, Entry[].class)).stream()
                    .map(Entry::upload)
                    .toList();
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.warn("The journal of uploads cannot be read and begins anew", e);
            return List.of();
        }
    }

    @Override
    public synchronized void write(List<Upload> uploads) {
        try {
            Files.createDirectories(folder);
            var next = folder.resolve("uploads.json.new");
            Files.write(
                    next, json.writeValueAsBytes(uploads.stream().map(Entry::of).toList()));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
