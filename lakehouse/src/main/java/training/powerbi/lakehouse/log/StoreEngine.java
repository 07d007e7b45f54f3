package training.powerbi.lakehouse.log;

import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.engine.DefaultFileSystemClient;
import io.delta.kernel.defaults.engine.DefaultJsonHandler;
import io.delta.kernel.defaults.internal.json.JsonUtils;
import io.delta.kernel.engine.FileSystemClient;
import io.delta.kernel.engine.JsonHandler;
import io.delta.kernel.engine.MetricsReporter;
import io.delta.kernel.engine.ParquetHandler;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.List;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.rowfile.parquet.PlainParquetHandler;

/// Kernel's default engine on our files: plain Parquet configuration, and commits that carry notes.
public final class StoreEngine extends DefaultEngine {
    private final StoreFiles files;
    private final ParquetHandler parquet;
    private final CommitExtras extras;

    public StoreEngine(StoreFiles files) {
        this(files, new PlainParquetHandler(files), CommitExtras.NONE);
    }

    private StoreEngine(StoreFiles files, ParquetHandler parquet, CommitExtras extras) {
        super(files);
        this.files = files;
        this.parquet = parquet;
        this.extras = extras;
    }

    public StoreFiles files() {
        return files;
    }

    /// The same engine for one commit that carries the extras.
    StoreEngine carrying(CommitExtras newExtras) {
        return new StoreEngine(files, parquet, newExtras);
    }

    @Override
    public ParquetHandler getParquetHandler() {
        return parquet;
    }

    /// Hides checksum files: Kernel would believe another program's numbers, right or wrong.
    @Override
    public FileSystemClient getFileSystemClient() {
        return new DefaultFileSystemClient(files) {
            @Override
            public CloseableIterator<FileStatus> listFrom(String filePath) throws IOException {
                return super.listFrom(filePath).filter(file -> !file.getPath().endsWith(".crc"));
            }
        };
    }

    @Override
    public JsonHandler getJsonHandler() {
        return new ExtendingJsonHandler(files, extras);
    }

    @Override
    public List<MetricsReporter> getMetricsReporters() {
        return List.of();
    }

    private static final class ExtendingJsonHandler extends DefaultJsonHandler {
        private static final String COMMIT_INFO = "{\"commitInfo\"";

        private final StoreFiles files;
        private final CommitExtras extras;

        ExtendingJsonHandler(StoreFiles files, CommitExtras extras) {
            super(files);
            this.files = files;
            this.extras = extras;
        }

        @Override
        public void writeJsonFileAtomically(String filePath, CloseableIterator<Row> data, boolean overwrite)
                throws IOException {
            var lines = data.map(JsonUtils::rowToJson)
                    .map(line -> line.startsWith(COMMIT_INFO) ? NoteJson.extend(line, extras) : line);
            files.newOutputFile(filePath).writeAtomically(lines, overwrite);
        }
    }
}
