package training.powerbi.lakehouse.rowfile.parquet;

import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultParquetHandler;
import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.internal.parquet.ParquetFileReader.BatchReadSupport;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.engine.ParquetHandler;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.MetadataColumnSpec;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/// Kernel's Parquet reader on a plain configuration; rows are written by `RowFileWriter`, checkpoints by
/// Kernel itself.
public final class PlainParquetHandler implements ParquetHandler {
    private static final int BATCH = 1024;

    private final FileIO files;
    private final ParquetHandler standard;

    public PlainParquetHandler(FileIO files) {
        this.files = files;
        this.standard = new DefaultParquetHandler(files);
    }

    @Override
    public CloseableIterator<FileReadResult> readParquetFiles(
            CloseableIterator<FileStatus> fileIter, StructType physicalSchema, Optional<Predicate> predicate) {
        // The predicate only prunes; checkpoints and data files are read whole anyway.
        return fileIter.flatMap(
                file -> read(file, physicalSchema).map(batch -> new FileReadResult(batch, file.getPath())));
    }

    @Override
    public CloseableIterator<DataFileStatus> writeParquetFiles(
            String directoryPath, CloseableIterator<FilteredColumnarBatch> dataIter, List<Column> statsColumns)
            throws IOException {
        return standard.writeParquetFiles(directoryPath, dataIter, statsColumns);
    }

    @Override
    public void writeParquetFileAtomically(String filePath, CloseableIterator<FilteredColumnarBatch> data)
            throws IOException {
        standard.writeParquetFileAtomically(filePath, data);
    }

    private CloseableIterator<ColumnarBatch> read(FileStatus file, StructType schema) {
        var batches = new PlainReadSupport(schema);
        var input = PlainParquet.input(files, file.getPath(), file.getSize());
        return new ParquetBatches(
                () -> new Builder(input, batches).build(),
                batches.kernel,
                schema.contains(MetadataColumnSpec.ROW_INDEX),
                file.getPath(),
                BATCH);
    }

    private static final class Builder extends ParquetReader.Builder<Object> {
        private final ReadSupport<Object> support;

        Builder(org.apache.parquet.io.InputFile input, ReadSupport<Object> support) {
            super(input, PlainParquet.configuration());
            this.support = support;
        }

        @Override
        protected ReadSupport<Object> getReadSupport() {
            return support;
        }
    }

    /// Hands Kernel's own materializer to Parquet without a Hadoop configuration in between.
    private static final class PlainReadSupport extends ReadSupport<Object> {
        private final BatchReadSupport kernel;

        PlainReadSupport(StructType schema) {
            this.kernel = new BatchReadSupport(BATCH, schema);
        }

        @Override
        public ReadContext init(org.apache.parquet.hadoop.api.InitContext context) {
            return kernel.init(context);
        }

        @Override
        public RecordMaterializer<Object> prepareForRead(
                ParquetConfiguration configuration,
                Map<String, String> keyValues,
                MessageType fileSchema,
                ReadContext context) {
            return kernel.prepareForRead(new Configuration(false), keyValues, fileSchema, context);
        }

        @Override
        @SuppressWarnings("deprecation") // still abstract, so it must be here
        public RecordMaterializer<Object> prepareForRead(
                Configuration configuration,
                Map<String, String> keyValues,
                MessageType fileSchema,
                ReadContext context) {
            return kernel.prepareForRead(configuration, keyValues, fileSchema, context);
        }
    }
}
