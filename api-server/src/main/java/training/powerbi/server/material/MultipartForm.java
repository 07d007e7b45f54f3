package training.powerbi.server.material;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.InvalidContentTypeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The body of a `multipart/form-data` request.
final class MultipartForm implements IncomingForm {
    /// Enough for a name of some thousand characters.
    private static final int PART_HEADER = 32 * 1024;

    private final HttpServletRequest request;
    private @Nullable FileItemIterator parts;

    MultipartForm(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public Optional<Part> next() throws IOException {
        try {
            if (parts == null) {
                parts = open();
            }
            return parts.hasNext() ? Optional.of(part(parts.next())) : Optional.empty();
        } catch (FileUploadException malformed) {
            throw new PortalException(
                    ErrorCode.BAD_USER_INPUT, "The upload is not well-formed multipart/form-data.", malformed);
        }
    }

    private FileItemIterator open() throws FileUploadException, IOException {
        try {
            var upload = new FileUpload();
            upload.setPartHeaderSizeMax(PART_HEADER);
            upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
            return upload.getItemIterator(new ServletRequestContext(request));
        } catch (InvalidContentTypeException otherType) {
            throw new PortalException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send the file as multipart/form-data, in a part called file.",
                    otherType);
        }
    }

    private static Part part(FileItemStream part) throws IOException {
        return new Part(
                String.valueOf(part.getFieldName()), part.isFormField() ? null : claimedName(part), part.openStream());
    }

    private static String claimedName(FileItemStream part) {
        var name = part.getName();
        return name == null ? "" : name;
    }
}
