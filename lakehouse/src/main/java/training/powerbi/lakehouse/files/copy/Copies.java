package training.powerbi.lakehouse.files.copy;

import io.delta.kernel.utils.FileStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.files.local.CopyFolder;
import training.powerbi.lakehouse.files.local.CopyFolder.Copy;

/// The copies of a store's files, and which of them are known to be what is there.
///
/// A data file's name is never used again. A log's is, when a table is made anew: a copy from a log counts once a
/// listing of the place has shown the same size and time, or when this process itself read or wrote the file.
final class Copies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    private final CopyFolder folder;
    // One after the other: what a commit names is there before the commit is.
    private final ExecutorService copier =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("copies").factory());
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> unknownTimes = new ConcurrentHashMap<>();

    Copies(CopyFolder folder) {
        this.folder = folder;
    }

    CopyFolder folder() {
        return folder;
    }

    static boolean wants(String path) {
        return CopiedPaths.isData(path) || CopiedPaths.isLog(path) || CopiedPaths.isPointer(path);
    }

    /// The file, if the copy is as good as the file itself.
    Optional<Copy> find(String path) {
        if (!CopiedPaths.isData(path) && !(CopiedPaths.isLog(path) && seen.contains(path))) {
            return Optional.empty();
        }
        var copy = folder.find(path);
        if (copy.isPresent()) {
            seen.add(path);
        }
        return copy;
    }

    /// The file as it was when it was copied, while nobody can say what it is now.
    Optional<Copy> findOld(String path) {
        var copy = folder.find(path);
        // What was read from a copy is in use: it is not to be swept away once the place is back.
        if (copy.isPresent() && CopiedPaths.isData(path)) {
            seen.add(path);
        }
        return copy;
    }

    /// Keeps what was read or written; in a moment, and not at all when the disk does not take it.
    void keep(String path, byte[] bytes, long modified) {
        if (wants(path)) {
            inBackground(() -> {
                if (folder.keep(path, new Copy(bytes, modified)) && !CopiedPaths.isPointer(path)) {
                    seen.add(path);
                    if (modified == 0 && CopiedPaths.isLog(path)) {
                        unknownTimes.put(path, (long) bytes.length);
                    }
                }
            });
        }
    }

    /// Takes note of what the place says of a file.
    void confirm(FileStatus status) {
        var path = status.getPath();
        if (!CopiedPaths.isLog(path) || seen.contains(path)) {
            return;
        }
        folder.find(path).ifPresent(copy -> {
            if (copy.bytes().length == status.getSize() && copy.modified() == status.getModificationTime()) {
                seen.add(path);
            }
        });
    }

    void drop(String path) {
        inBackground(() -> remove(path));
    }

    /// Files that this process wrote and does not know the time of.
    Set<String> withoutTime() {
        return Set.copyOf(unknownTimes.keySet());
    }

    void time(FileStatus status) {
        var path = status.getPath();
        var size = unknownTimes.remove(path);
        if (size != null && size == status.getSize()) {
            inBackground(() -> folder.find(path)
                    .ifPresent(copy -> folder.keep(path, new Copy(copy.bytes(), status.getModificationTime()))));
        }
    }

    /// Notes that the copies are what the place had at that instant; not while the disk does not take them.
    void current(Instant now) {
        inBackground(() -> {
            if (!folder.isRefusing()) {
                folder.current(now);
            }
        });
    }

    /// Removes what is of no use any more: what no table needs that this process has read, since each reads whole
    /// what it needs.
    void sweep(List<String> tables) {
        inBackground(() -> tables.forEach(this::sweep));
    }

    private void sweep(String table) {
        var copies = TableCopies.of(folder, table);
        var outdated = copies.outdated(folder);
        copies.passed().forEach(this::remove);
        for (var entry : folder.list(table)) {
            var path = entry.path();
            if (CopiedPaths.isData(path) && (outdated.contains(path) || !seen.contains(path))) {
                remove(path);
            }
        }
    }

    private void remove(String path) {
        seen.remove(path);
        unknownTimes.remove(path);
        folder.drop(path);
    }

    private void inBackground(Runnable work) {
        try {
            copier.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.warn("The copies on this server's disk could not be kept up", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The store is closing");
        }
    }

    /// Returns when all is kept that was to be.
    void settle() {
        CompletableFuture.runAsync(() -> {}, copier).join();
    }

    @Override
    public void close() {
        copier.close();
    }
}
