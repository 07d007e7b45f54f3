package training.powerbi.lakehouse.rowfile.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunReaderTest {
    private static final int VALUES = 5_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 13, 17, 24, 31})
    void whatTheLibraryWroteIsRead(int width) throws Exception {
        var random = new Random(width);
        var values = new int[VALUES];
        for (var at = 0; at < VALUES; ) {
            // Runs of all lengths, so that both forms occur, and their borders.
            var value = random.nextInt() & (int) ((1L << width) - 1);
            for (var length = 1 + random.nextInt(random.nextBoolean() ? 3 : 40); length > 0 && at < VALUES; length--) {
                values[at++] = value;
            }
        }
        var offset = 5;
        var bytes = new ByteSink(VALUES);
        bytes.write(new byte[offset], 0, offset);
        try (var encoder = new RunLengthBitPackingHybridEncoder(width, 64, 64, new HeapByteBufferAllocator())) {
            for (var value : values) {
                encoder.writeInt(value);
            }
            encoder.toBytes().writeAllTo(bytes);
        }

        var reader = new RunReader(width, bytes.array(), offset);
        var read = new int[VALUES];
        for (var at = 0; at < VALUES; at++) {
            read[at] = reader.next();
        }

        assertThat(read).isEqualTo(values);
    }
}
