package training.powerbi.lakehouse.copy;

import io.delta.kernel.Scan;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.log.StoreEngine;

/// What tells the rows of two tables apart, whatever their order: how many there are, and sums over a fingerprint of
/// each.
record RowPrints(long version, long rows, long first, long second) {

    /// Reads the newest version as any reader of Delta would.
    static RowPrints of(StoreFiles files, String table) throws IOException {
        var engine = new StoreEngine(files);
        var snapshot = TableManager.loadSnapshot(table).build(engine);
        var scan = snapshot.getScanBuilder().build();
        var state = scan.getScanState(engine);
        var sum = new Sum();
        try (var found = scan.getScanFiles(engine)) {
            while (found.hasNext()) {
                forEach(found.next(), file -> read(engine, state, file, sum));
            }
        }
        return new RowPrints(snapshot.getVersion(), sum.rows, sum.first, sum.second);
    }

    private static void read(Engine engine, Row state, Row file, Sum sum) throws IOException {
        var status = InternalScanFileUtils.getAddFileStatus(file);
        var columns = ScanStateRow.getPhysicalDataReadSchema(state);
        try (var stored = engine.getParquetHandler()
                        .readParquetFiles(Utils.singletonCloseableIterator(status), columns, Optional.empty())
                        .map(FileReadResult::getData);
                var rows = Scan.transformPhysicalData(engine, state, file, stored)) {
            while (rows.hasNext()) {
                forEach(rows.next(), sum::add);
            }
        }
    }

    private interface Step {
        void take(Row row) throws IOException;
    }

    private static void forEach(FilteredColumnarBatch batch, Step step) throws IOException {
        try (var rows = batch.getRows()) {
            while (rows.hasNext()) {
                step.take(rows.next());
            }
        }
    }

    private static final class Sum {
        private final MessageDigest digest;
        private long rows;
        private long first;
        private long second;

        Sum() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        void add(Row row) {
            var print = ByteBuffer.wrap(digest.digest(RowText.of(row).getBytes(StandardCharsets.UTF_8)));
            rows++;
            first += print.getLong();
            second += print.getLong();
        }
    }
}
