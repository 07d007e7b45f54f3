package training.powerbi.server.material.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What a presentation may be. The extension says what it is meant to be; its beginning must agree.
public enum SlideFormat {
    PAGE,
    ARCHIVE,
    PDF,
    OFFICE;

    /// As much of a file as tells its format.
    public static final int HEAD = 1_024;

    private static final Map<String, SlideFormat> BY_EXTENSION = Map.of(
            "html", PAGE, "htm", PAGE, "zip", ARCHIVE, "pdf", PDF, "pptx", OFFICE, "ppsx", OFFICE, "odp", OFFICE);

    /// What the name says it is, if the file begins like one.
    ///
    /// @throws PortalException UNSUPPORTED_MEDIA_TYPE for anything else
    public static SlideFormat of(FileName name, byte[] head) {
        var format = BY_EXTENSION.get(FileType.extension(name.name()));
        if (format == null) {
            throw unsupported(
                    "Slides are an .html file, a .zip with an index.html in it, a .pdf, .pptx, .ppsx or .odp.");
        }
        if (!format.agrees(head)) {
            throw unsupported("The file is not what the end of its name says.");
        }
        return format;
    }

    /// Whether people save it under the name it was uploaded with.
    public boolean saved() {
        return this == PDF || this == OFFICE;
    }

    private boolean agrees(byte[] head) {
        return switch (this) {
            case PAGE -> !contains(head, "\0");
            case ARCHIVE, OFFICE -> head.length > 3 && head[0] == 'P' && head[1] == 'K';
            case PDF -> contains(head, "%PDF-");
        };
    }

    private static boolean contains(byte[] head, String text) {
        return new String(Arrays.copyOf(head, Math.min(head.length, HEAD)), StandardCharsets.ISO_8859_1).contains(text);
    }

    private static PortalException unsupported(String sentence) {
        return new PortalException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, sentence);
    }
}
