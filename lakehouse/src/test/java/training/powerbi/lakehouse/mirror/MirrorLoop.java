package training.powerbi.lakehouse.mirror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.open.Lakehouses;
import training.powerbi.lakehouse.open.Progress;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// A server with a mirror that does nothing but commit until it is killed: users 0, 1, 2 …, each also as a file. What
/// was acknowledged it writes to a file.
final class MirrorLoop {
    private MirrorLoop() {}

    /// The lakehouse, folder, file for what was acknowledged, first number.
    public static void main(String... words) throws IOException {
        var place = FabricDoubles.place(words);
        var store = Lakehouses.openMirrored(
                Path.of(words[4]), place, Set.of(), StoreOptions.USUAL, report -> {}, Clock.systemUTC());
        var table = store.table(Progress.table());
        try (var acknowledged =
                Files.newOutputStream(Path.of(words[5]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var number = Integer.parseInt(words[6]); ; number++) {
                var name = "u" + number;
                table.append(List.of(Progress.of(name, 1), Progress.of("all", 1).withRevision(number)));
                store.blobs().put(BlobName.of("files", name), name.getBytes(StandardCharsets.UTF_8));
                acknowledged.write((name + "\n").getBytes(StandardCharsets.UTF_8));
                acknowledged.flush();
            }
        }
    }
}
