package training.powerbi.lakehouse.check;

import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.UnreachableException;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.rowfile.FileSum;

/// Reads a table's data files, each once.
final class FileCheck {
    private final StoreEngine engine;
    private final DataFolder data;
    private final StructType schema;
    private final Map<String, Optional<Finding>> looked = new HashMap<>();
    private long bytes;

    FileCheck(StoreEngine engine, DataFolder data, StructType schema) {
        this.engine = engine;
        this.data = data;
        this.schema = schema;
    }

    int files() {
        return looked.size();
    }

    long bytes() {
        return bytes;
    }

    /// What is wrong with the file.
    Optional<Finding> look(AddFile file) throws IOException {
        var known = looked.get(file.getPath());
        if (known == null) {
            known = read(file);
            looked.put(file.getPath(), known);
        }
        return known;
    }

    private Optional<Finding> read(AddFile file) throws IOException {
        var path = data.resolve(file.getPath());
        byte[] content;
        try {
            content = data.files().bytes(path);
        } catch (FileNotFoundException e) {
            return Optional.of(new Finding(Finding.Kind.MISSING, "The data file " + path + " is missing."));
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException e) {
            return damaged(path, "cannot be read: " + TableHistory.reason(e));
        }
        bytes += content.length;
        if (content.length != file.getSize()) {
            return damaged(path, "has " + content.length + " bytes where its log says " + file.getSize());
        }
        if (FileSum.in(file).isPresent()) {
            return FileSum.fits(file, content)
                    ? Optional.empty()
                    : damaged(path, "is not what was written: its bytes have another sum than its log says");
        }
        return readRows(file, path);
    }

    /// A file without a sum, of another program or an older portal: what can be read is taken for whole.
    private Optional<Finding> readRows(AddFile file, String path) {
        var rows = 0L;
        var status = FileStatus.of(path, file.getSize(), 0);
        try (var results = engine.getParquetHandler()
                .readParquetFiles(Utils.singletonCloseableIterator(status), schema, Optional.empty())) {
            while (results.hasNext()) {
                rows += results.next().getData().getSize();
            }
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            return damaged(path, "cannot be read: " + TableHistory.reason(e));
        }
        var expected = file.getNumRecords().orElse(rows);
        return expected == rows
                ? Optional.empty()
                : damaged(path, "has " + rows + " rows where its log says " + expected);
    }

    private static Optional<Finding> damaged(String path, String how) {
        return Optional.of(new Finding(Finding.Kind.DAMAGED, "The data file " + path + " " + how + "."));
    }
}
