package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IconTest {
    private static final int NAVY = 0xff14162a;
    private static final int YELLOW = 0xfff2c811;
    private static final Path WINDOW_ICONS =
            Sources.ROOT.resolve("desktop-admin/src/main/resources/training/powerbi/desktop/ui");

    private final Icon icon;

    IconTest() throws IOException {
        this.icon = Icon.read(Sources.PACKAGING.resolve("common/icon.svg"));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 128, 256, 512})
    void showsBarsOnNavyWithRoundCornersAtEverySize(int size) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(icon.png(size)));

        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
        assertThat(image.getRGB(0, 0) >>> 24).isLessThan(255);
        assertThat(image.getRGB(size / 2, size / 16)).isEqualTo(NAVY);
        assertThat(image.getRGB(size * 9 / 32, size / 2)).isEqualTo(YELLOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 128})
    void theWindowHasTheSameIcon(int size) throws IOException {
        var committed =
                ImageIO.read(WINDOW_ICONS.resolve("icon-" + size + ".png").toFile());

        assertThat(pixels(committed)).isEqualTo(pixels(icon.draw(size)));
    }

    @Test
    void theWindowsFileHoldsAPngOfEachSize() throws IOException {
        var file = ByteBuffer.wrap(new IconFiles(icon).ico()).order(ByteOrder.LITTLE_ENDIAN);
        var sizes = new ArrayList<Integer>();

        assertThat(file.getShort(2)).isEqualTo((short) 1);
        for (var index = 0; index < file.getShort(4); index++) {
            var entry = 6 + 16 * index;
            var image = slice(file, file.getInt(entry + 12), file.getInt(entry + 8));
            assertThat(Byte.toUnsignedInt(file.get(entry))).isEqualTo(image.getWidth() % 256);
            sizes.add(image.getWidth());
        }
        assertThat(sizes).containsExactly(16, 32, 48, 64, 128, 256);
    }

    @Test
    void theMacFileHoldsAPngOfEachSizeUnderApplesNameForIt() throws IOException {
        var file = ByteBuffer.wrap(new IconFiles(icon).icns());
        var found = new ArrayList<String>();

        assertThat(file.getInt(4)).isEqualTo(file.capacity());
        for (var place = 8; place < file.capacity(); place += file.getInt(place + 4)) {
            var image = slice(file, place + 8, file.getInt(place + 4) - 8);
            found.add(new String(bytes(file, place, 4), StandardCharsets.US_ASCII) + " " + image.getWidth());
        }
        assertThat(found)
                .containsExactlyInAnyOrder("icp4 16", "icp5 32", "icp6 64", "ic07 128", "ic08 256", "ic09 512");
    }

    @Test
    void refusesADrawingItWouldDrawWrongly(@TempDir Path folder) throws IOException {
        var svg = Files.writeString(folder.resolve("x.svg"), "<svg viewBox=\"0 0 8 8\"><circle r=\"4\"/></svg>");

        assertThatThrownBy(() -> Icon.read(svg)).hasMessageContaining("circle");
    }

    private static BufferedImage slice(ByteBuffer file, int offset, int length) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes(file, offset, length)));
    }

    private static byte[] bytes(ByteBuffer file, int offset, int length) {
        var bytes = new byte[length];
        file.get(offset, bytes);
        return bytes;
    }

    private static List<Integer> pixels(BufferedImage image) {
        var pixels = new ArrayList<Integer>();
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                pixels.add(image.getRGB(x, y));
            }
        }
        return pixels;
    }
}
