package training.powerbi.client.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;

/// The file that is uploaded, as it was found. Pieces of two versions of a file would make a video that plays nowhere.
record SourceFile(Path path, long size, FileTime modified) {
    private static final Map<String, String> TYPES = Map.of(
            "mp4", "video/mp4",
            "m4v", "video/mp4",
            "mov", "video/quicktime",
            "webm", "video/webm",
            "ogv", "video/ogg",
            "mkv", "video/x-matroska");

    /// @throws UncheckedIOException when it cannot be read or is of another size
    static SourceFile of(Path path, long expectedSize) {
        var attributes = attributes(path);
        if (attributes.size() != expectedSize) {
            throw changed(path);
        }
        return new SourceFile(path, expectedSize, attributes.lastModifiedTime());
    }

    /// @throws UncheckedIOException when it is not what it was
    void requireUnchanged() {
        var attributes = attributes(path);
        if (attributes.size() != size || !attributes.lastModifiedTime().equals(modified)) {
            throw changed(path);
        }
    }

    FileChannel open() {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException failed) {
            throw unreadable(path, failed);
        }
    }

    String name() {
        return name(path);
    }

    /// Empty when the name does not tell.
    String mediaType() {
        var name = name();
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "");
    }

    private static BasicFileAttributes attributes(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new IOException("The upload takes files only, and " + name(path) + " is none. Choose a file.");
            }
            return attributes;
        } catch (IOException failed) {
            throw unreadable(path, failed);
        }
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    static UncheckedIOException unreadable(Path path, IOException failed) {
        var sentence = failed instanceof NoSuchFileException
                ? "The file " + name(path) + " is not there any more. Put it back and try again."
                : "The file " + name(path) + " cannot be read. Check that it is there and that you may open it.";
        return new UncheckedIOException(sentence, failed);
    }

    private static UncheckedIOException changed(Path path) {
        var sentence = "The file " + name(path) + " has changed since the upload began. Begin a new upload of it.";
        return new UncheckedIOException(sentence, new IOException(sentence));
    }
}
