package training.powerbi.lakehouse.files.local;

import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.utils.CloseableIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

record LocalOutputFile(Path target) implements OutputFile {

    @Override
    public String path() {
        return target.toString();
    }

    @Override
    public PositionOutputStream create(boolean atomicWrite) {
        return new DurableOutputStream(target, atomicWrite);
    }

    @Override
    public void writeAtomically(CloseableIterator<String> data, boolean overwrite) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (data) {
            while (data.hasNext()) {
                bytes.writeBytes(data.next().getBytes(StandardCharsets.UTF_8));
                bytes.write('\n');
            }
        }
        DurableFiles.writeWhole(target, bytes.toByteArray(), overwrite);
    }
}
