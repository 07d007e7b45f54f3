package training.powerbi.lakehouse.memory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which data files a table has: a small hot one for rows that changed lately, and bulk files.
///
/// @param files by slot
/// @param hot the hot file's slot, or -1
/// @param nextSlot the first slot never used
public record Layout<R>(Map<Integer, DataFile<R>> files, int hot, int nextSlot) {
    /// A hot file with more rows spills into the bulk.
    public static final int HOT_ROWS = 1_000;

    /// A change rewrites whole files, so none may be large.
    public static final int BULK_ROWS = 5_000;

    public static final int NO_SLOT = -1;

    public Layout {
        files = Map.copyOf(files);
    }

    public static <R> Layout<R> empty() {
        return new Layout<>(Map.of(), NO_SLOT, 0);
    }

    /// The layout of files just loaded: the smallest goes on as the hot one if it is small enough.
    public static <R> Layout<R> of(Map<Integer, DataFile<R>> files, int nextSlot) {
        var hot = NO_SLOT;
        var rows = HOT_ROWS + 1;
        for (var file : files.values()) {
            if (file.size() < rows) {
                hot = file.slot();
                rows = file.size();
            }
        }
        return new Layout<>(files, hot, nextSlot);
    }

    @Nullable
    public DataFile<R> file(int slot) {
        return files.get(slot);
    }
}
