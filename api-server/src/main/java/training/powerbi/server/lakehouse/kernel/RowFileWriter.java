package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/// Writes rows to a Parquet file that is on the disk when the call returns.
final class RowFileWriter<R extends Record> {
    private final FileIO files;
    private final List<Column> columns;
    private final MessageType schema;

    RowFileWriter(FileIO files, RowMapping<R> mapping) {
        this.files = files;
        this.columns = mapping.columns();
        this.schema = new MessageType(
                "row",
                columns.stream()
                        .map(column -> column.kind().parquet(column.name()))
                        .toList());
    }

    void write(String path, List<R> rows) throws IOException {
        try (var writer = new Builder<R>(PlainParquet.output(files, path, false), new RowWriteSupport())
                .withConf(PlainParquet.configuration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (var row : rows) {
                writer.write(row);
            }
        }
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
        private final WriteSupport<R> support;

        Builder(OutputFile file, WriteSupport<R> support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // still abstract, so it must be here
        protected WriteSupport<R> getWriteSupport(Configuration conf) {
            return support;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration conf) {
            return support;
        }
    }

    private final class RowWriteSupport extends WriteSupport<R> {
        private @org.jspecify.annotations.Nullable RecordConsumer to;

        @Override
        @SuppressWarnings("deprecation") // still abstract, so it must be here
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            to = recordConsumer;
        }

        @Override
        public void write(R row) {
            var consumer = java.util.Objects.requireNonNull(to);
            consumer.startMessage();
            for (var at = 0; at < columns.size(); at++) {
                var column = columns.get(at);
                var value = column.get(row);
                if (value != null) {
                    consumer.startField(column.name(), at);
                    column.kind().write(consumer, value);
                    consumer.endField(column.name(), at);
                }
            }
            consumer.endMessage();
        }
    }
}
