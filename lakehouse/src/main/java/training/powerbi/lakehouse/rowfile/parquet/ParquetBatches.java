package training.powerbi.lakehouse.rowfile.parquet;

import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.defaults.internal.parquet.ParquetFileReader.BatchReadSupport;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.apache.parquet.hadoop.ParquetReader;
import org.jspecify.annotations.Nullable;

/// The rows of one Parquet file, a batch at a time. The file is opened at the first question.
final class ParquetBatches implements CloseableIterator<ColumnarBatch> {
    /// Opens the file.
    interface Source {
        ParquetReader<Object> open() throws IOException;
    }

    private final Source source;
    private final BatchReadSupport support;
    private final boolean withRowIndex;
    private final String path;
    private final int batchSize;
    private @Nullable ParquetReader<Object> reader;
    private boolean pending;

    ParquetBatches(Source source, BatchReadSupport support, boolean withRowIndex, String path, int batchSize) {
        this.source = source;
        this.support = support;
        this.withRowIndex = withRowIndex;
        this.path = path;
        this.batchSize = batchSize;
    }

    @Override
    public boolean hasNext() {
        try {
            if (!pending) {
                pending = reader().read() != null;
            }
            return pending;
        } catch (IOException e) {
            throw new KernelEngineException("Cannot read " + path, e);
        }
    }

    @Override
    public ColumnarBatch next() {
        if (!hasNext()) {
            throw new NoSuchElementException(path);
        }
        var count = 0;
        do {
            pending = false;
            support.finalizeCurrentRow(rowIndex());
            count++;
        } while (count < batchSize && hasNext());
        return support.getDataAsColumnarBatch(count);
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }

    private long rowIndex() {
        try {
            return withRowIndex ? reader().getCurrentRowIndex() : -1;
        } catch (IOException e) {
            throw new KernelEngineException("Cannot read " + path, e);
        }
    }

    private ParquetReader<Object> reader() throws IOException {
        var open = reader;
        if (open == null) {
            open = source.open();
            reader = open;
        }
        return open;
    }
}
