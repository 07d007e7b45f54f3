package training.powerbi.lakehouse.rowfile;

import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.VectorUtils;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The sum of a data file's bytes, which the log keeps beside its name: a disk that gives back other bytes than it was
/// given is found out, wherever in the file they are. Other programs leave such a tag alone.
public final class FileSum {
    private static final String TAG = "portal.crc32c";

    private FileSum() {}

    /// The tags of a file with these bytes.
    static Map<String, String> tags(byte[] bytes, int size) {
        return Map.of(TAG, text(bytes, size));
    }

    private static String text(byte[] bytes, int size) {
        var sum = new CRC32C();
        sum.update(bytes, 0, size);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /// The file's sum as the log has it; empty for files of other programs and older portals.
    public static Optional<String> in(AddFile file) {
        return file.getTags()
                .map(tags -> VectorUtils.<String, String>toJavaMap(tags).get(TAG));
    }

    /// Whether the bytes are those that were written, as far as the log can tell.
    public static boolean fits(AddFile file, byte[] bytes) {
        return in(file).map(sum -> sum.equals(text(bytes, bytes.length))).orElse(true);
    }
}
