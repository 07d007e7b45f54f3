package training.powerbi.lakehouse.files.onelake;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The bytes of data files that were written or read last. Such a file never changes under its name, and the next
/// commit to a busy table looks into the one it replaces.
final class KeptFiles {
    /// @param modified milliseconds since 1970
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Kept(byte[] bytes, long modified) {}

    private final int mostBytes;
    private final Map<String, Kept> files = new HashMap<>();
    private final Queue<String> oldestFirst = new ArrayDeque<>();
    private int bytes;

    KeptFiles(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    static boolean isImmutable(String path) {
        return path.endsWith(".parquet") && !path.contains("/_delta_log/");
    }

    synchronized @Nullable Kept find(String path) {
        return files.get(path);
    }

    synchronized void keep(String path, Kept file) {
        if (!isImmutable(path) || file.bytes().length > mostBytes / 2 || files.putIfAbsent(path, file) != null) {
            return;
        }
        oldestFirst.add(path);
        bytes += file.bytes().length;
        while (bytes > mostBytes) {
            var oldest = files.remove(oldestFirst.remove());
            bytes -= oldest == null ? 0 : oldest.bytes().length;
        }
    }

    synchronized void forget(String path) {
        var gone = files.remove(path);
        if (gone != null) {
            oldestFirst.remove(path);
            bytes -= gone.bytes().length;
        }
    }
}
