package training.powerbi.desktop;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How JavaFX draws on this computer.
///
/// Without a graphics card, as on a virtual machine, OpenGL on Linux is a compiler for the processor: JavaFX's own
/// software drawing starts sooner than that and takes 60 MB less.
final class Drawing {
    private static final String ORDER = "prism.order";
    /// The devices by which programs reach a card: of most drivers, of NVIDIA's own, of Windows below Linux.
    private static final List<String> CARDS = List.of("dri/renderD*", "nvidiactl", "dxg");

    private Drawing() {}

    /// To be called before JavaFX starts. Whoever set the property `prism.order` has decided already.
    static void choose() {
        if (System.getProperty(ORDER) == null
                && System.getProperty("os.name").equals("Linux")
                && !hasCard(Path.of("/dev"))) {
            System.setProperty(ORDER, "sw");
        }
    }

    static boolean hasCard(Path devices) {
        return CARDS.stream().anyMatch(card -> isThere(devices.resolve(card)));
    }

    private static boolean isThere(Path pattern) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                pattern.getParent(), pattern.getFileName().toString())) {
            return found.iterator().hasNext();
        } catch (IOException notThere) {
            return false;
        }
    }
}
