package training.powerbi.server.media.container;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kinds of video files the portal keeps: those that browsers play. Ogg is what older portals took too; such
/// recordings go on being played, and no new one is taken.
public enum Container {
    MP4("video/mp4", "mp4"),
    WEBM("video/webm", "webm"),
    OGG("video/ogg", "ogv");

    /// What nobody calls a video by mistake.
    private static final Set<String> ELSE = Set.of("text/", "image/", "font/", "multipart/", "message/");

    private final String mediaType;
    private final String extension;

    Container(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Without a dot.
    public String extension() {
        return extension;
    }

    /// The container of that exact media type.
    public static Optional<Container> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(container -> container.mediaType.equals(mediaType))
                .findFirst();
    }

    /// Whether a file of this announced type may be a video at all. Programs guess the type from a name, so any that
    /// is not plainly something else is left to the bytes.
    public static boolean mayBe(String declared) {
        var type = declared.strip().toLowerCase(Locale.ROOT);
        return ELSE.stream().noneMatch(type::startsWith);
    }
}
