package training.powerbi.server.media.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Files that are no video for browsers, told from their first bytes, so that a refusal can say what it is that was
/// sent: a name says little, and many such files carry the name of another kind.
///
/// @param name as people know it, with its article
/// @param at where the sign stands
record ForeignFormat(String name, int at, byte[] sign) {
    private static final List<ForeignFormat> KNOWN = List.of(
            of("an AVI file", 8, "AVI "),
            of("a WAV file (sound only)", 8, "WAVE"),
            of("a WebP picture", 8, "WEBP"),
            of("a Flash Video (FLV) file", 0, "FLV"),
            of("a Windows Media (WMV, ASF) file", 0, "\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011"),
            of("a RealMedia file", 0, ".RMF"),
            of("an MPEG program stream (MPG, VOB)", 0, "\u0000\u0000\u0001\u00ba"),
            of("an MPEG video stream", 0, "\u0000\u0000\u0001\u00b3"),
            of("an H.264 stream without a container", 0, "\u0000\u0000\u0000\u0001\u0067"),
            of("a Flash (SWF) file", 0, "FWS"),
            of("a Flash (SWF) file", 0, "CWS"),
            of("an MXF file", 0, "\u0006\u000e\u002b\u0034"),
            of("a Webex recording (ARF, WRF)", 0, "WOTF"),
            of("a FLAC file (sound only)", 0, "fLaC"),
            of("an MP3 file (sound only)", 0, "ID3"),
            of("an AMR file (sound only)", 0, "#!AMR"),
            of("a PDF file", 0, "%PDF"),
            of("a ZIP archive or an Office file", 0, "PK\u0003\u0004"),
            of("a PNG picture", 0, "\u0089PNG"),
            of("a JPEG picture", 0, "\u00ff\u00d8\u00ff"),
            of("a GIF picture", 0, "GIF8"));

    private static final int TRANSPORT_SYNC = 0x47;
    private static final int TRANSPORT_PACKET = 188;
    /// Cameras and Blu-ray put the time before each packet.
    private static final int TIMED_PACKET = 192;

    private static ForeignFormat of(String name, int at, String sign) {
        return new ForeignFormat(name, at, sign.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// @param head the first bytes, [VideoInspector#HEAD] of them where the file has as many
    static Optional<String> named(ByteBuffer head) {
        if (isTransport(head, 0, TRANSPORT_PACKET) || isTransport(head, 4, TIMED_PACKET)) {
            return Optional.of("an MPEG transport stream (TS, MTS, M2TS)");
        }
        return KNOWN.stream()
                .filter(format -> format.begins(head))
                .map(ForeignFormat::name)
                .findFirst();
    }

    private boolean begins(ByteBuffer head) {
        if (head.remaining() < at + sign.length) {
            return false;
        }
        var there = new byte[sign.length];
        head.get(head.position() + at, there);
        return Arrays.equals(there, sign);
    }

    private static boolean isTransport(ByteBuffer head, int first, int packet) {
        return head.remaining() > first + packet
                && head.get(head.position() + first) == TRANSPORT_SYNC
                && head.get(head.position() + first + packet) == TRANSPORT_SYNC;
    }
}
