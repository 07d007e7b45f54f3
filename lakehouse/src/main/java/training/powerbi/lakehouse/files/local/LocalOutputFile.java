package training.powerbi.lakehouse.files.local;

import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import training.powerbi.lakehouse.files.MemoryOutputStream;

/// A file that is forced to the disk when it is written; with its name if it is written atomically.
record LocalOutputFile(Path target) implements OutputFile {

    @Override
    public String path() {
        return target.toString();
    }

    @Override
    public PositionOutputStream create(boolean atomicWrite) {
        return new MemoryOutputStream(
                atomicWrite
                        ? (bytes, size) -> DurableFiles.writeWhole(target, Arrays.copyOf(bytes, size), false)
                        : this::writeNew);
    }

    @Override
    public void writeAtomically(CloseableIterator<String> data, boolean overwrite) throws IOException {
        DurableFiles.writeWhole(target, MemoryOutputStream.lines(data), overwrite);
    }

    private void writeNew(byte[] bytes, int size) throws IOException {
        try (var channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DurableFiles.writeAll(channel, ByteBuffer.wrap(bytes, 0, size));
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }
}
