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

    /// What clients say who do not know.
    private static final Set<String> UNDECLARED = Set.of("", "application/octet-stream", "binary/octet-stream");

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

    /// Whether a client that announced this type may send this container.
    public boolean answersTo(String declared) {
        var plain = plain(declared);
        return UNDECLARED.contains(plain) || names().contains(plain);
    }

    /// Whether a file of this announced type may be a video at all.
    public static boolean mayBe(String declared) {
        return Arrays.stream(values()).anyMatch(container -> container.answersTo(declared));
    }

    private Set<String> names() {
        return switch (this) {
            case MP4 ->
                Set.of(mediaType, "video/quicktime", "video/x-m4v", "application/mp4", "audio/mp4", "audio/x-m4a");
            case WEBM -> Set.of(mediaType, "audio/webm");
            case OGG -> Set.of(mediaType, "application/ogg");
        };
    }

    private static String plain(String declared) {
        return declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
