package training.powerbi.server.media.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Tells from a file's bytes what it is, and refuses what is not a whole video that students' browsers play. A few
/// hundred bytes at a time are looked at: neither a large nor a lying file costs memory.
public final class VideoInspector {
    /// As many first bytes tell the container.
    public static final int HEAD = 200;

    private static final int EBML = 0x1A45DFA3;
    private static final int OGGS = 0x4F676753;
    /// What MP4 begins with, or QuickTime of old times.
    private static final Set<String> FIRST_BOXES = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");

    /// Brands of MP4's kind of file that hold a picture.
    private static final Set<String> STILLS = Set.of("heic", "heix", "mif1", "msf1", "avif");

    private VideoInspector() {}

    /// Refuses what can be refused by now.
    ///
    /// @param beginning of the file, as much of it as has arrived, at least [#HEAD] bytes
    /// @throws PortalException UNSUPPORTED_MEDIA_TYPE for another kind of file, or a codec that browsers do
    /// not play
    public static Container admit(ByteBuffer beginning) {
        var container = container(beginning.slice(0, HEAD));
        try {
            read(container, VideoBytes.beginning(beginning), new Tracks(true));
        } catch (PortalException refused) {
            // That it is cut off is no news: the rest is on its way.
            if (refused.code() == ErrorCode.UNSUPPORTED_MEDIA_TYPE) {
                throw refused;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return container;
    }

    /// What the file is.
    ///
    /// @throws PortalException UNSUPPORTED_MEDIA_TYPE for another kind of file or codec, BAD_USER_INPUT for a
    /// video that is cut off or damaged
    public static VideoFacts inspect(SeekableByteChannel channel) throws IOException {
        var bytes = new VideoBytes(channel);
        return read(container(bytes.peek(0, HEAD)), bytes, new Tracks(true));
    }

    /// How long a video plays that was admitted once, whatever would be admitted today.
    ///
    /// @return empty when the file does not say it
    /// @throws PortalException UNSUPPORTED_MEDIA_TYPE for a container that has no reader any more,
    /// BAD_USER_INPUT for a video that is cut off or damaged
    public static Optional<Duration> length(SeekableByteChannel channel) throws IOException {
        var bytes = new VideoBytes(channel);
        return read(container(bytes.peek(0, HEAD)), bytes, new Tracks(false)).duration();
    }

    private static VideoFacts read(Container container, VideoBytes bytes, Tracks tracks) throws IOException {
        return switch (container) {
            case MP4 -> new Mp4Reader(bytes, tracks).read();
            case WEBM -> new WebmReader(bytes, tracks).read();
            case OGG -> throw notVideo();
        };
    }

    private static Container container(ByteBuffer head) {
        if (head.remaining() < 12) {
            throw notVideo();
        }
        var text = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        if (FIRST_BOXES.contains(text.substring(4, 8))) {
            if (STILLS.contains(text.substring(8, 12))) {
                throw refused("a picture (HEIC, AVIF)");
            }
            return Container.MP4;
        }
        switch (head.getInt(0)) {
            case EBML -> {
                if (text.contains("webm")) {
                    return Container.WEBM;
                }
                throw text.contains("matroska") ? refused("a Matroska (MKV) file") : notVideo();
            }
            case OGGS -> throw refused(text.contains("theora") ? "an Ogg file with Theora" : "an Ogg file");
            default ->
                throw ForeignFormat.named(head).map(VideoInspector::refused).orElseGet(VideoInspector::notVideo);
        }
    }

    private static PortalException refused(String kind) {
        return new PortalException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "This is " + kind + ", which not every student's browser plays; export it as MP4 with H.264 and AAC,"
                        + " and upload that.");
    }

    /// For what its sender says is no video.
    public static PortalException announcedAs(String mediaType) {
        var shown = mediaType.length() > 80 ? mediaType.substring(0, 80) + "…" : mediaType;
        return new PortalException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "The file was announced as '" + shown + "', which is no video; upload an MP4, MOV or WebM file.");
    }

    public static PortalException notVideo() {
        return new PortalException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "This is no video that browsers play; upload an MP4, MOV or WebM file.");
    }
}
