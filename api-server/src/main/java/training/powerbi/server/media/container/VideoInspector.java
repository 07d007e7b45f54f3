package training.powerbi.server.media.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Tells from a file's bytes what it is, and refuses what is not a whole video of a known kind. A few hundred bytes at
/// a time are looked at: neither a large nor a lying file costs memory.
public final class VideoInspector {
    /// As many first bytes as [#container] needs.
    public static final int HEAD = 64;

    private static final int EBML = 0x1A45DFA3;
    private static final int OGGS = 0x4F676753;
    private static final int FTYP = 0x66747970;

    private VideoInspector() {}

    /// The kind of file that begins so; empty for anything but a video the portal keeps.
    public static Optional<Container> container(ByteBuffer head) {
        if (head.remaining() < 12) {
            return Optional.empty();
        }
        int start = head.position();
        if (head.getInt(start + 4) == FTYP) {
            return Mp4Reader.isQuickTime(head.getInt(start + 8)) ? Optional.empty() : Optional.of(Container.MP4);
        }
        return switch (head.getInt(start)) {
            case EBML ->
                StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString().contains("webm")
                        ? Optional.of(Container.WEBM)
                        : Optional.empty();
            case OGGS -> Optional.of(Container.OGG);
            default -> Optional.empty();
        };
    }

    /// What the file is.
    ///
    /// @throws PortalException UNSUPPORTED_MEDIA_TYPE for another kind of file, BAD_USER_INPUT for a video that
    /// is cut off or damaged
    public static VideoFacts inspect(SeekableByteChannel channel) throws IOException {
        var bytes = new VideoBytes(channel);
        return switch (container(bytes.peek(0, HEAD)).orElseThrow(VideoInspector::notVideo)) {
            case MP4 -> new Mp4Reader(bytes).read();
            case WEBM -> new WebmReader(bytes).read();
            case OGG -> new OggReader(bytes).read();
        };
    }

    public static PortalException notVideo() {
        return new PortalException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "This is no video that browsers play; upload an MP4, WebM or Ogg file.");
    }
}
