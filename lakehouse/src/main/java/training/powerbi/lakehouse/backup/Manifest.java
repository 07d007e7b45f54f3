package training.powerbi.lakehouse.backup;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What one backup consists of. It is written last, so whoever finds it finds all it names.
///
/// @param format of this description
/// @param at when the cut was made
/// @param kind of the place that was backed up
/// @param blobs the files beside the tables
record Manifest(int format, Instant at, String kind, List<TableCut> tables, List<Entry> blobs) {
    static final int FORMAT = 1;

    /// One table at the version of the cut.
    record TableCut(String name, long version, List<Entry> files) {}

    /// One file.
    ///
    /// @param path within the table's folder, or the blob's name
    /// @param modified when the store says it was written, in milliseconds
    /// @param sha256 by which it is found among the objects
    record Entry(String path, long size, long modified, String sha256) {}

    /// All files there are.
    Stream<Entry> all() {
        return Stream.concat(tables.stream().flatMap(table -> table.files().stream()), blobs.stream());
    }

    Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        tables.forEach(table -> versions.put(table.name(), table.version()));
        return versions;
    }

    int files() {
        return Math.toIntExact(all().count());
    }

    long bytes() {
        return all().mapToLong(Entry::size).sum();
    }
}
