package training.powerbi.client.upload;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A `multipart/form-data` body with one file, which is read as it is sent.
///
/// @param contentType with the boundary between the parts
record FileForm(String contentType, BodyPublisher body) {

    /// @param title null for forms without one
    /// @throws java.io.UncheckedIOException when the file is not there
    static FileForm of(Path file, @Nullable String title) {
        var boundary = UUID.randomUUID().toString();
        var start = new StringBuilder();
        if (title != null) {
            start.append(part(boundary, "title", null)).append(title).append("\r\n");
        }
        start.append(part(boundary, "file", SourceFile.name(file)));
        var body = BodyPublishers.concat(bytes(start.toString()), content(file), bytes("\r\n--" + boundary + "--\r\n"));
        return new FileForm("multipart/form-data; boundary=" + boundary, body);
    }

    static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException missing) {
            throw SourceFile.unreadable(file, missing);
        }
    }

    private static String part(String boundary, String name, @Nullable String fileName) {
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + '"';
        return fileName == null
                ? head + "\r\n\r\n"
                : head + "; filename=\"" + escaped(fileName) + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    }

    /// As browsers do.
    private static String escaped(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static BodyPublisher bytes(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
