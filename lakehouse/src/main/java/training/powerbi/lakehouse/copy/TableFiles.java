package training.powerbi.lakehouse.copy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The files of all tables in both places. Logs name data files by their place in the table's folder, so that a copy
/// of all files is the table, with its versions.
final class TableFiles {
    private static final String LOG = "/_delta_log/";

    private final StoreHome source;
    private final StoreHome target;
    private final StoreHome witness;
    private final Consumer<String> says;

    TableFiles(StoreHome source, StoreHome target, StoreHome witness, Consumer<String> says) {
        this.source = source;
        this.target = target;
        this.witness = witness;
        this.says = says;
    }

    boolean isSourceEmpty() throws IOException {
        return paths(source).isEmpty();
    }

    boolean isTargetUsed() throws IOException {
        return !paths(target).isEmpty();
    }

    void copy() throws IOException {
        var wanted = paths(source);
        var there = new HashSet<>(paths(target));
        var more = new HashSet<>(there);
        wanted.forEach(more::remove);
        for (var path : more) {
            target.files().delete(at(target, path));
        }
        var table = "";
        for (var path : wanted) {
            if (!table.equals(table(path))) {
                table = table(path);
                says.accept("Table " + table);
            }
            var bytes = read(source, path);
            if (bytes == null) {
                throw changing(path);
            }
            var known = there.contains(path) ? read(target, path) : null;
            if (!Arrays.equals(bytes, known)) {
                write(path, bytes, known != null);
            }
        }
        forceNames(wanted);
    }

    private void write(String path, byte[] bytes, boolean there) throws IOException {
        var files = target.files();
        var whole = at(target, path);
        if (there) {
            files.delete(whole);
        }
        files.mkdirs(whole.substring(0, whole.lastIndexOf('/')));
        try (var out = files.newOutputFile(whole).create(false)) {
            out.write(bytes);
        }
    }

    private void forceNames(List<String> paths) throws IOException {
        var folders = paths.stream()
                .map(path -> at(target, path))
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .collect(Collectors.toSet());
        for (var folder : folders) {
            target.files().forceFolder(folder);
        }
    }

    /// Compares bytes, then rows as a reader of the tables finds them.
    CopyReport compare(BlobFiles.Compared blobs) throws IOException {
        var paths = paths(source);
        if (!paths.equals(paths(witness))) {
            throw changing("the list of files");
        }
        var bytes = blobs.bytes();
        for (var path : paths) {
            var here = read(source, path);
            if (here == null || !Arrays.equals(here, read(witness, path))) {
                throw changing(path);
            }
            bytes += here.length;
        }
        var rows = new TreeMap<String, Long>();
        for (var table : tables(paths)) {
            var here = RowPrints.of(source.files(), at(source, table));
            if (!here.equals(RowPrints.of(witness.files(), at(witness, table)))) {
                throw changing("rows of " + table);
            }
            rows.put(table, here.rows());
        }
        return new CopyReport(rows, paths.size(), blobs.blobs(), bytes);
    }

    private static PortalException changing(String what) {
        return new PortalException(
                ErrorCode.CONFLICTING_UPDATE,
                "The tables are not the same in both places (" + what
                        + "). Is a server at work? Stop it and run the same" + " --copy-store again.");
    }

    /// All files of all tables: of each table its data first, then its log from the first version on. A log that is cut
    /// off then names nothing that is not there.
    private static List<String> paths(StoreHome home) throws IOException {
        var all = home.files().tree(home.tables());
        var tables = tables(all);
        return all.stream()
                .filter(path -> tables.contains(table(path)) && !isHidden(path))
                .sorted(Comparator.<String, String>comparing(TableFiles::table)
                        .thenComparing(path -> path.contains(LOG))
                        .thenComparing(path -> path.endsWith("_last_checkpoint"))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Set<String> tables(List<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith(LOG, Math.max(0, path.indexOf('/'))))
                .map(TableFiles::table)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String table(String path) {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    /// What is being written, or was when a server was killed.
    private static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    private static String at(StoreHome home, String path) {
        return home.tables() + "/" + path;
    }

    private static byte @Nullable [] read(StoreHome home, String path) throws IOException {
        StoreFiles files = home.files();
        try {
            var file = files.newInputFile(at(home, path), 0);
            var bytes = new byte[Math.toIntExact(file.length())];
            try (var stream = file.newStream()) {
                stream.readFully(bytes, 0, bytes.length);
            }
            return bytes;
        } catch (FileNotFoundException e) {
            return null;
        }
    }
}
