package training.powerbi.server.media;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.impl.InvalidContentTypeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A `multipart/form-data` body, read part by part as it arrives. Neither the container nor the framework may parse it
/// first: both would write every part to a temporary folder and have it copied from there.
public final class UploadForm {
    private static final int PART_HEADER = 16 * 1024;
    private static final int MOST_PARTS = 10;

    private final HttpServletRequest request;
    private @Nullable FileItemIterator parts;
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
    /// @throws PortalException BAD_USER_INPUT when it is not well-formed, UNSUPPORTED_MEDIA_TYPE when it is no form
    @Nullable
    public Part next() throws IOException {
        try {
            if (parts == null) {
                parts = open();
            }
            if (!parts.hasNext()) {
                return null;
            }
            if (++count > MOST_PARTS) {
                throw unreadable(null);
            }
            var item = parts.next();
            return new Part(
                    Objects.requireNonNullElse(item.getFieldName(), ""),
                    item.isFormField() ? null : fileName(item),
                    Objects.requireNonNullElse(item.getContentType(), ""),
                    item.openStream());
        } catch (InvalidContentTypeException e) {
            throw new PortalException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send a multipart/form-data body with the file in a part called file.",
                    e);
        } catch (FileUploadException e) {
            throw unreadable(e);
        }
    }

    private static String fileName(FileItemStream item) {
        try {
            return Objects.requireNonNullElse(item.getName(), "");
        } catch (InvalidFileNameException holdsNul) {
            // Whoever uses the name cleans it anyway.
            return holdsNul.getName();
        }
    }

    private FileItemIterator open() throws FileUploadException, IOException {
        var upload = new FileUpload();
        upload.setPartHeaderSizeMax(PART_HEADER);
        upload.setHeaderEncoding("UTF-8");
        return upload.getItemIterator(new ServletRequestContext(request));
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
