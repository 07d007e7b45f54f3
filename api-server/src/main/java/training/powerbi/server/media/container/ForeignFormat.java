package training.powerbi.server.media.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Files that are no video for browsers, told from their first bytes, so that a refusal can say what it is that was
/// sent: a name says little, and many such files carry the name of another kind.
///
/// @param name as people know it, with its article
/// @param at where the sign stands
/// @param sign a letter for each byte
record ForeignFormat(String name, int at, String sign) {
    private static final List<ForeignFormat> KNOWN = List.of(
            new ForeignFormat("an AVI file", 8, "AVI "),
            new ForeignFormat("a WAV file (sound only)", 8, "WAVE"),
            new ForeignFormat("a WebP picture", 8, "WEBP"),
            new ForeignFormat("a Flash Video (FLV) file", 0, "FLV"),
            new ForeignFormat("a Windows Media (WMV, ASF) file", 0, "0&\u00b2u\u008ef\u00cf\u0011"),
            new ForeignFormat("a RealMedia file", 0, ".RMF"),
            new ForeignFormat("an MPEG program stream (MPG, VOB)", 0, "\u0000\u0000\u0001\u00ba"),
            new ForeignFormat("an MPEG video stream", 0, "\u0000\u0000\u0001\u00b3"),
            new ForeignFormat("an H.264 stream without a container", 0, "\u0000\u0000\u0000\u0001g"),
            new ForeignFormat("a Flash (SWF) file", 0, "FWS"),
            new ForeignFormat("a Flash (SWF) file", 0, "CWS"),
            new ForeignFormat("an MXF file", 0, "\u0006\u000e+4"),
            new ForeignFormat("a Webex recording (ARF, WRF)", 0, "WOTF"),
            new ForeignFormat("a FLAC file (sound only)", 0, "fLaC"),
            new ForeignFormat("an MP3 file (sound only)", 0, "ID3"),
            new ForeignFormat("an AMR file (sound only)", 0, "#!AMR"),
            new ForeignFormat("a PDF file", 0, "%PDF"),
            new ForeignFormat("a ZIP archive or an Office file", 0, "PK\u0003\u0004"),
            new ForeignFormat("a PNG picture", 0, "\u0089PNG"),
            new ForeignFormat("a JPEG picture", 0, "\u00ff\u00d8\u00ff"),
            new ForeignFormat("a GIF picture", 0, "GIF8"));

    private static final int TRANSPORT_SYNC = 0x47;
    private static final int TRANSPORT_PACKET = 188;
    /// Cameras and Blu-ray put the time before each packet.
    private static final int TIMED_PACKET = 192;

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
        return head.remaining() >= at + sign.length()
                && StandardCharsets.ISO_8859_1
                        .decode(head.slice(head.position() + at, sign.length()))
                        .toString()
                        .equals(sign);
    }

    private static boolean isTransport(ByteBuffer head, int first, int packet) {
        return head.remaining() > first + packet
                && head.get(head.position() + first) == TRANSPORT_SYNC
                && head.get(head.position() + first + packet) == TRANSPORT_SYNC;
    }
}
