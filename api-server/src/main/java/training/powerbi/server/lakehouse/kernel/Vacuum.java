package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Removes data files that no version in use names, and what crashed writers left behind.
final class Vacuum {
    private static final long HOUR = 3_600_000L;

    private final TableLog log;

    Vacuum(TableLog log) {
        this.log = log;
    }

    /// Removes data files older than the limit that are neither current nor were replaced since the limit.
    int removeOrphans(Set<String> current, long limit, long now) throws IOException {
        var needed = new HashSet<>(current);
        needed.addAll(replacedSince(limit));
        var removed = 0;
        for (var file : list(log.folder() + "/")) {
            var name = name(file);
            if (name.endsWith(".parquet")
                    && file.getModificationTime() < Math.min(limit, now - HOUR)
                    && !needed.contains(name)
                    && log.engine().files().delete(file.getPath())) {
                removed++;
            }
        }
        return removed;
    }

    /// Removes temporary and checksum files: our own at once, as this process has the folder to itself; those of
    /// other programs when nobody can be writing them any more.
    int sweepTemporary(long now) throws IOException {
        var removed = 0;
        for (var folder : List.of(log.folder() + "/", log.folder() + "/_delta_log/")) {
            for (var file : list(folder)) {
                var name = name(file);
                var own = name.startsWith(".") && name.endsWith(".tmp") && name.length() > 40;
                var others = name.endsWith(".tmp") || (name.startsWith(".") && name.endsWith(".crc"));
                if ((own || (others && file.getModificationTime() < now - HOUR))
                        && log.engine().files().delete(file.getPath())) {
                    removed++;
                }
            }
        }
        return removed;
    }

    private Set<String> replacedSince(long limit) throws IOException {
        var replaced = new HashSet<String>();
        for (var file : list(log.folder() + "/_delta_log/0")) {
            if (FileNames.isCommitFile(file.getPath()) && file.getModificationTime() >= limit) {
                log.commits()
                        .read(FileNames.deltaVersion(file.getPath()))
                        .removes()
                        .forEach(gone -> replaced.add(URI.create(gone.getPath()).getPath()));
            }
        }
        return replaced;
    }

    private List<FileStatus> list(String from) throws IOException {
        var found = new ArrayList<FileStatus>();
        try (var files = log.engine().files().listFrom(from)) {
            while (files.hasNext()) {
                found.add(files.next());
            }
        }
        return found;
    }

    private static String name(FileStatus file) {
        return file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
    }
}
