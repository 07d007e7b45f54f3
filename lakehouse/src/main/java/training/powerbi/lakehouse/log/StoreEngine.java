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
import java.util.Optional;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.rowfile.parquet.PlainParquetHandler;

/// Kernel's default engine on our files: plain Parquet configuration, and commits that carry notes.
public final class StoreEngine extends DefaultEngine {
    private final StoreFiles files;
    private final ParquetHandler parquet;
    private final CommitExtras extras;
    private final Signature signature;

    public StoreEngine(StoreFiles files) {
        this(files, Optional.empty());
    }

    /// An engine for one of several servers.
    ///
    /// @param instance which of them this is; empty where there is only one
    public StoreEngine(StoreFiles files, Optional<String> instance) {
        this(files, new PlainParquetHandler(files), CommitExtras.NONE, new Signature(instance));
    }

    private StoreEngine(StoreFiles files, ParquetHandler parquet, CommitExtras extras, Signature signature) {
        super(files);
        this.files = files;
        this.signature = signature;
        this.parquet = parquet;
        this.extras = extras;
    }

    public StoreFiles files() {
        return files;
    }

    /// The same engine on other files.
    public StoreEngine on(StoreFiles other) {
        return new StoreEngine(other, new PlainParquetHandler(other), extras, signature);
    }

    /// The same engine for one commit that carries the extras.
    StoreEngine carrying(CommitExtras newExtras) {
        return new StoreEngine(files, parquet, newExtras, signature);
    }

    Signature signature() {
        return signature;
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
