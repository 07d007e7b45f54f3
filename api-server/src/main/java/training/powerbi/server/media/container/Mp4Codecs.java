package training.powerbi.server.media.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells the codec from a sample description (ISO/IEC 14496-12, 8.5.2; 14496-15 for H.264). What it says of profiles is
/// believed: nothing here decodes a picture.
final class Mp4Codecs {
    private static final int PICTURES_HEAD = 86;
    private static final int SOUND_HEAD = 36;
    private static final int MOST_INNER_BOXES = 64;

    /// Baseline, Main, Extended, High: 8 bits and 4:2:0 or grey.
    private static final Set<Integer> H264_PLAYED = Set.of(66, 77, 88, 100);

    private static final Map<Integer, String> H264_OTHERS = Map.of(
            44, "H.264 4:4:4 (CAVLC)",
            110, "H.264 with 10 bits (High 10)",
            122, "H.264 4:2:2",
            244, "H.264 4:4:4");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("hvc1", "HEVC (H.265)"),
            Map.entry("hev1", "HEVC (H.265)"),
            Map.entry("hvt1", "HEVC (H.265)"),
            Map.entry("lhv1", "HEVC (H.265)"),
            Map.entry("dvh1", "HEVC with Dolby Vision"),
            Map.entry("dvhe", "HEVC with Dolby Vision"),
            Map.entry("dav1", "AV1 with Dolby Vision"),
            Map.entry("vvc1", "VVC (H.266)"),
            Map.entry("vvi1", "VVC (H.266)"),
            Map.entry("s263", "H.263"),
            Map.entry("h263", "H.263"),
            Map.entry("jpeg", "Motion JPEG"),
            Map.entry("mjpg", "Motion JPEG"),
            Map.entry("mjpa", "Motion JPEG"),
            Map.entry("apcn", "Apple ProRes"),
            Map.entry("apch", "Apple ProRes"),
            Map.entry("apcs", "Apple ProRes"),
            Map.entry("apco", "Apple ProRes"),
            Map.entry("ap4h", "Apple ProRes"),
            Map.entry("ap4x", "Apple ProRes"),
            Map.entry("AVdh", "Avid DNxHR"),
            Map.entry("AVdn", "Avid DNxHD"),
            Map.entry("rle ", "QuickTime Animation"),
            Map.entry("ac-3", "Dolby Digital (AC-3)"),
            Map.entry("ec-3", "Dolby Digital Plus (E-AC-3)"),
            Map.entry("ac-4", "Dolby AC-4"),
            Map.entry("alac", "Apple Lossless"),
            Map.entry("samr", "AMR"),
            Map.entry("sawb", "AMR"),
            Map.entry("apac", "Apple Positional Audio"),
            Map.entry("lpcm", "uncompressed (PCM)"),
            Map.entry("ipcm", "uncompressed (PCM)"),
            Map.entry("fpcm", "uncompressed (PCM)"),
            Map.entry("sowt", "uncompressed (PCM)"),
            Map.entry("twos", "uncompressed (PCM)"),
            Map.entry("in24", "uncompressed (PCM)"),
            Map.entry("in32", "uncompressed (PCM)"),
            Map.entry("fl32", "uncompressed (PCM)"),
            Map.entry("raw ", "uncompressed"),
            Map.entry("ulaw", "G.711"),
            Map.entry("alaw", "G.711"));

    private final VideoBytes bytes;

    Mp4Codecs(VideoBytes bytes) {
        this.bytes = bytes;
    }

    /// @param from where the description begins, with its size and name
    Codec of(String name, long from, long end) throws IOException {
        return switch (name) {
            case "encv", "enca" -> Codec.refused("encrypted (protected against copying)");
            case "avc1", "avc2", "avc3", "avc4" -> h264(from, end);
            case "vp08" -> Codec.played("VP8");
            case "vp09" -> vp9(from, end);
            case "av01" -> Codec.warned("AV1");
            case "mp4v" -> pictures(objectType(from, end, true));
            case "mp4a" -> sound(objectType(from, end, false));
            case ".mp3", "ms\0U", "mp3 " -> Codec.played("MP3");
            case "Opus" -> Codec.played("Opus");
            case "fLaC" -> Codec.played("FLAC");
            default -> Codec.refused(NAMES.getOrDefault(name, shown(name)));
        };
    }

    private static String shown(String name) {
        var letters = name.replaceAll("[^A-Za-z0-9._-]", "");
        return letters.isEmpty() ? "of an unknown kind" : "of the kind '" + letters + "'";
    }

    private Codec h264(long from, long end) throws IOException {
        var config = child(from + PICTURES_HEAD, end, "avcC").orElse(null);
        if (config == null || config.remaining() < 4) {
            return Codec.refused("H.264 without its settings");
        }
        int profile = config.get(config.position() + 1) & 0xFF;
        // Where the settings themselves are there, they tell as well.
        boolean hasOwn = config.remaining() > 9 && (config.get(config.position() + 5) & 0x1F) > 0;
        int own = hasOwn ? config.get(config.position() + 9) & 0xFF : profile;
        int worst = H264_PLAYED.contains(profile) ? own : profile;
        return H264_PLAYED.contains(worst)
                ? Codec.played("H.264")
                : Codec.refused(H264_OTHERS.getOrDefault(worst, "H.264 of profile " + worst));
    }

    private Codec vp9(long from, long end) throws IOException {
        var config = child(from + PICTURES_HEAD, end, "vpcC").orElse(null);
        int profile = config == null || config.remaining() < 5 ? 0 : config.get(config.position() + 4) & 0xFF;
        return vp9(profile);
    }

    static Codec vp9(int profile) {
        return profile == 0 ? Codec.played("VP9") : Codec.warned("VP9 of profile " + profile);
    }

    /// Of MPEG-4's registry; -1 when the description does not say.
    private int objectType(long from, long end, boolean pictures) throws IOException {
        long inner = from + (pictures ? PICTURES_HEAD : soundHead(from, end));
        var descriptor = child(inner, end, "esds").orElse(null);
        if (descriptor == null) {
            return -1;
        }
        descriptor.position(Math.min(descriptor.limit(), descriptor.position() + 4));
        while (descriptor.remaining() > 2) {
            int tag = descriptor.get();
            skipLength(descriptor);
            if (tag == 3 && descriptor.remaining() > 3) {
                int flags = descriptor.get(descriptor.position() + 2);
                int more = 3 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0);
                descriptor.position(Math.min(descriptor.limit(), descriptor.position() + more));
            } else {
                return tag == 4 && descriptor.hasRemaining() ? descriptor.get() & 0xFF : -1;
            }
        }
        return -1;
    }

    private static void skipLength(ByteBuffer descriptor) {
        for (int i = 0; i < 4 && descriptor.hasRemaining() && descriptor.get() < 0; i++) {
            // As long as the highest bit is set, the length goes on.
        }
    }

    /// QuickTime has longer heads, told by their version.
    private long soundHead(long from, long end) throws IOException {
        if (end - from < SOUND_HEAD) {
            return SOUND_HEAD;
        }
        int version = bytes.read(from + 16, 2).getShort();
        return (long) SOUND_HEAD + (version == 1 ? 16 : version == 2 ? 36 : 0);
    }

    private static Codec pictures(int objectType) {
        return switch (objectType) {
            case 0x20 -> Codec.refused("MPEG-4 Part 2 (such as DivX or Xvid)");
            case 0x60, 0x61, 0x62, 0x63, 0x64, 0x65 -> Codec.refused("MPEG-2");
            case 0x6A -> Codec.refused("MPEG-1");
            case 0x6C -> Codec.refused("Motion JPEG");
            default -> Codec.refused("MPEG-4 Part 2 or older");
        };
    }

    private static Codec sound(int objectType) {
        return switch (objectType) {
            case 0x69, 0x6B -> Codec.played("MP3");
            case -1, 0x40, 0x66, 0x67, 0x68 -> Codec.played("AAC");
            case 0xAD -> Codec.played("Opus");
            case 0xDD -> Codec.played("Vorbis");
            case 0xA5 -> Codec.refused("Dolby Digital (AC-3)");
            case 0xA6 -> Codec.refused("Dolby Digital Plus (E-AC-3)");
            case 0xA9, 0xAA, 0xAB, 0xAC -> Codec.refused("DTS");
            default -> Codec.refused("of MPEG-4's kind " + Integer.toHexString(objectType));
        };
    }

    /// The content of the box of that name; QuickTime wraps those of sound once more.
    private Optional<ByteBuffer> child(long from, long end, String name) throws IOException {
        long position = from;
        for (int i = 0; i < MOST_INNER_BOXES && end - position >= 8; i++) {
            var header = bytes.read(position, 8);
            long size = Integer.toUnsignedLong(header.getInt());
            var found = name(header.getInt());
            if (size < 8 || size > end - position) {
                return Optional.empty();
            }
            if (found.equals(name)) {
                return Optional.of(bytes.read(position + 8, (int) Math.min(size - 8, 256)));
            }
            if (found.equals("wave")) {
                return child(position + 8, position + size, name);
            }
            position += size;
        }
        return Optional.empty();
    }

    static String name(int type) {
        return new String(ByteBuffer.allocate(Integer.BYTES).putInt(type).array(), StandardCharsets.ISO_8859_1);
    }
}
