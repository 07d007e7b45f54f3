package training.powerbi.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The icon in the files that the operating systems want. ICO and ICNS are envelopes around PNGs.
final class IconFiles {
    static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512);
    private static final int ICO_LARGEST = 256;
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;
    // Apple's names for PNGs of a size.
    private static final Map<Integer, String> ICNS_TYPES =
            new TreeMap<>(Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09"));

    private final Icon icon;

    IconFiles(Icon icon) {
        this.icon = icon;
    }

    /// Writes `icon-<size>.png` for each size, `icon.ico` and `icon.icns`.
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var size : SIZES) {
            Files.write(folder.resolve("icon-" + size + ".png"), icon.png(size));
        }
        Files.write(folder.resolve("icon.ico"), ico());
        Files.write(folder.resolve("icon.icns"), icns());
    }

    byte[] ico() throws IOException {
        var sizes = SIZES.stream().filter(size -> size <= ICO_LARGEST).toList();
        var images = new ArrayList<byte[]>();
        for (var size : sizes) {
            images.add(icon.png(size));
        }
        var offset = ICO_HEADER + ICO_ENTRY * sizes.size();
        var directory = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        for (var index = 0; index < sizes.size(); index++) {
            // One byte for the side; 256 is written as 0.
            var side = (byte) (int) sizes.get(index);
            directory.put(side).put(side).put((byte) 0).put((byte) 0);
            directory.putShort((short) 1).putShort((short) 32);
            directory.putInt(images.get(index).length).putInt(offset);
            offset += images.get(index).length;
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(directory.array());
        images.forEach(file::writeBytes);
        return file.toByteArray();
    }

    byte[] icns() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var type : ICNS_TYPES.entrySet()) {
            var image = icon.png(type.getKey());
            body.writeBytes(chunk(type.getValue(), image.length));
            body.writeBytes(image);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(chunk("icns", body.size()));
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }

    private static byte[] chunk(String type, int length) {
        return ByteBuffer.allocate(ICNS_HEADER)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(ICNS_HEADER + length)
                .array();
    }
}
