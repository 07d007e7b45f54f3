package training.powerbi.lakehouse.mirror;

import io.delta.kernel.internal.util.FileNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.onelake.OneLakeAccess;

/// All tables, and what of them must not be tidied away before their copies have it.
final class Tables {
    /// A file that nobody needs any more is replaced for a day at least before it is tidied away: who had everything
    /// since then has what it was needed for.
    private static final Duration LATELY = Duration.ofHours(23);

    /// What is younger was never part of a version: its commit failed.
    private static final Duration YOUNG = Duration.ofHours(1);

    private final StoreFiles files;
    private final String folder;
    private final OneLakeAccess lakehouse;
    private final Clock clock;
    private final Map<String, TableMirror> all = new ConcurrentSkipListMap<>();
    private volatile @Nullable Instant inStepAt;
    private volatile boolean released;

    /// @param folder with the tables here
    Tables(StoreFiles files, String folder, OneLakeAccess lakehouse, Clock clock) {
        this.files = files;
        this.folder = folder;
        this.lakehouse = lakehouse;
        this.clock = clock;
    }

    /// Those there are now.
    Collection<TableMirror> found() throws IOException {
        var names = files.mkdirs(folder) ? files.names(folder) : List.<String>of();
        for (var name : names) {
            if (!name.startsWith(".")) {
                all.computeIfAbsent(name, this::table);
            }
        }
        return all.values();
    }

    private TableMirror table(String name) {
        return new TableMirror(new LocalTable(files, folder, name), lakehouse.blobs(), lakehouse.tables() + "/" + name);
    }

    Collection<TableMirror> known() {
        return all.values();
    }

    /// Takes note that all copies had everything.
    void inStep(Instant at) {
        inStepAt = at;
    }

    @Nullable
    Instant inStepAt() {
        return inStepAt;
    }

    /// Nothing is needed any more.
    void release() {
        released = true;
    }

    /// Whether a copy may still need the file.
    boolean isHeld(String path) {
        if (released || !path.startsWith(folder + "/")) {
            return false;
        }
        var parts = path.substring(folder.length() + 1).replace('\\', '/').split("/", 3);
        var name = parts[parts.length - 1];
        if (FileNames.isCommitFile(name)) {
            var table = all.get(parts[0]);
            return table == null || FileNames.deltaVersion(name) >= table.there();
        }
        return parts.length == 2
                && name.endsWith(".parquet")
                && !name.startsWith(".")
                && !hadEverythingLately()
                && isOld(path);
    }

    private boolean hadEverythingLately() {
        var at = inStepAt;
        return at != null && at.isAfter(clock.instant().minus(LATELY));
    }

    private boolean isOld(String path) {
        try {
            var modified = files.getFileStatus(path).getModificationTime();
            return modified < clock.millis() - YOUNG.toMillis();
        } catch (FileNotFoundException e) {
            return false;
        } catch (IOException e) {
            // Better kept too long.
            return true;
        }
    }
}
