package training.powerbi.server.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A `multipart/form-data` body, read part by part as it arrives. Neither the container nor the framework may parse it
/// first: both would write every part to a temporary folder and have it copied from there.
public final class UploadForm {
    private static final String TYPE = "multipart/form-data";
    private static final int LONGEST_BOUNDARY = 70;
    private static final int MOST_PARTS = 10;

    private final HttpServletRequest request;
    private @Nullable FormScanner scanner;
    private int count;

    public UploadForm(HttpServletRequest request) {
        this.request = request;
    }

    /// One field or file.
    ///
    /// @param fileName as the client calls it, empty when it has none; null for plain fields
    /// @param content to be read before the next part is asked for
    public record Part(String name, @Nullable String fileName, String mediaType, InputStream content) {}

    /// Bytes of the body; -1 when not announced.
    public long length() {
        return request.getContentLengthLong();
    }

    /// The next part; null after the last. The one before is not readable any more.
    ///
    /// @param pacing for all parts
    /// @throws PortalException UNSUPPORTED_MEDIA_TYPE when it is no form, BAD_USER_INPUT when it has too many parts
    /// @throws IOException when it is not well-formed, or breaks off; see [#unreadable]
    @Nullable
    public Part next(Pacing pacing) throws IOException {
        if (scanner == null) {
            scanner = new FormScanner(pacing.over(request.getInputStream()), boundary());
        }
        if (!scanner.next()) {
            return null;
        }
        if (++count > MOST_PARTS) {
            throw unreadable(null);
        }
        var head = PartHead.parse(scanner.head());
        return new Part(head.name(), head.fileName(), head.mediaType(), scanner.content());
    }

    private byte[] boundary() throws IOException {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        if (!type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            throw new PortalException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send a multipart/form-data body with the file in a part called file.");
        }
        var boundary = PartHead.parameters(type).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new IOException("The form has no boundary, or one that is too long");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static PortalException unreadable(@Nullable Throwable cause) {
        var sentence = "The upload is not well-formed multipart/form-data, or it broke off; send it again.";
        return cause == null
                ? new PortalException(ErrorCode.BAD_USER_INPUT, sentence)
                : new PortalException(ErrorCode.BAD_USER_INPUT, sentence, cause);
    }

    public static PortalException brokeOff() {
        return new PortalException(
                ErrorCode.BAD_USER_INPUT,
                "The upload broke off before its end. Send it again, or use a resumable upload.");
    }
}
