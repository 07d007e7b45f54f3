package training.powerbi.lakehouse.check;

import io.delta.kernel.internal.actions.AddFile;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.log.LogVersion;
import training.powerbi.lakehouse.log.StoreEngine;

/// Looks at one table: its log, its checkpoints, and the files of its newest version.
final class TableCheck {
    /// Younger ones may be on their way into the log.
    private static final Duration SETTLED = Duration.ofHours(1);

    private final String table;
    private final StoreEngine engine;
    private final DataFolder data;
    private final TableHistory history;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Long> badCheckpoints = new ArrayList<>();
    private Map<String, AddFile> live = Map.of();
    private Optional<FileCheck> files = Optional.empty();
    private boolean newestIsWhole;

    TableCheck(StoreHome home, StoreEngine engine, String table) throws IOException {
        this.table = table;
        this.engine = engine;
        this.data = new DataFolder(engine.files(), home.tables() + "/" + table);
        this.history = new TableHistory(engine, data.path());
    }

    String table() {
        return table;
    }

    TableHistory history() {
        return history;
    }

    DataFolder data() {
        return data;
    }

    List<Finding> findings() {
        return findings;
    }

    /// Checkpoints that tell nothing, or something else than the log.
    List<Long> badCheckpoints() {
        return badCheckpoints;
    }

    int filesRead() {
        return files.map(FileCheck::files).orElse(0);
    }

    long bytes() {
        return files.map(FileCheck::bytes).orElse(0L);
    }

    /// The files of the newest version; none when they cannot be told.
    Map<String, AddFile> live() {
        return live;
    }

    boolean newestIsWhole() {
        return newestIsWhole;
    }

    TableCheck run(Clock clock) throws IOException {
        var newest = history.newest();
        history.damaged()
                .forEach((version, reason) -> damaged("entry " + version + " of its log cannot be read: " + reason));
        var missing = history.missing();
        if (!missing.isEmpty()) {
            add(
                    Finding.Kind.MISSING,
                    missing.size() + (missing.size() == 1 ? " entry" : " entries")
                            + " of its log missing, from version " + missing.getFirst() + " to " + missing.getLast());
        }
        for (var checkpoint : history.checkpoints()) {
            look(checkpoint);
        }
        lookAtPointer();
        try {
            live = history.filesAt(newest);
            newestIsWhole = look(newest, live, true);
            lookForOrphans(clock);
        } catch (IOException e) {
            damaged("version " + newest + " cannot be put together: " + TableHistory.reason(e));
        }
        return this;
    }

    private void add(Finding.Kind kind, String what) {
        findings.add(new Finding(kind, "Table " + table + ": " + what + "."));
    }

    private void damaged(String what) {
        add(Finding.Kind.DAMAGED, what);
    }

    private void look(long checkpoint) {
        Map<String, AddFile> told;
        try {
            told = history.checkpoint(checkpoint);
        } catch (IOException e) {
            badCheckpoints.add(checkpoint);
            damaged("the checkpoint of version " + checkpoint + " cannot be read: " + TableHistory.reason(e));
            return;
        }
        try {
            if (!paths(told.values()).equals(paths(history.filesAt(checkpoint).values()))) {
                badCheckpoints.add(checkpoint);
                damaged("the checkpoint of version " + checkpoint + " tells of other files than the log");
            }
        } catch (IOException e) {
            // Without the entries before it, it is all there is.
        }
    }

    private static Set<String> paths(Iterable<AddFile> files) {
        var paths = new HashSet<String>();
        files.forEach(file -> paths.add(file.getPath() + " " + file.getSize()));
        return paths;
    }

    private void lookAtPointer() throws IOException {
        if (!history.names().contains("_last_checkpoint")) {
            return;
        }
        try {
            var last = data.files().bytes(data.path() + "/_delta_log/_last_checkpoint");
            var version = JsonMapper.shared().readTree(last).path("version");
            if (version.isIntegralNumber() && history.checkpoints().contains(version.asLong())) {
                return;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        damaged("the pointer to its newest checkpoint is damaged; the next start does without it, nothing is lost");
    }

    /// Whether all files of a version are whole.
    private boolean look(long version, Map<String, AddFile> there, boolean tell) throws IOException {
        var check = files.isPresent() ? files.get() : new FileCheck(engine, data, history.schema(version));
        files = Optional.of(check);
        var whole = true;
        for (var file : there.values()) {
            var found = check.look(file);
            whole &= found.isEmpty();
            if (tell) {
                found.ifPresent(finding ->
                        findings.add(new Finding(finding.kind(), "Table " + table + ": " + finding.sentence())));
            }
        }
        return whole;
    }

    /// The newest version that is whole to its last file; empty when there is none.
    OptionalLong lastGood() throws IOException {
        if (newestIsWhole) {
            return OptionalLong.of(history.newest());
        }
        for (var version = history.newest(); version >= 0; version--) {
            try {
                if (look(version, history.filesAt(version), false)) {
                    return OptionalLong.of(version);
                }
            } catch (IOException | RuntimeException e) {
                // One that cannot be put together is none.
            }
        }
        return OptionalLong.empty();
    }

    private void lookForOrphans(Clock clock) throws IOException {
        var named = new HashSet<String>();
        live.keySet().forEach(path -> named.add(URI.create(path).getPath()));
        for (LogVersion commit : history.commits().values()) {
            commit.adds().forEach(file -> named.add(URI.create(file.getPath()).getPath()));
            commit.removes()
                    .forEach(file -> named.add(URI.create(file.getPath()).getPath()));
        }
        var settled = clock.millis() - SETTLED.toMillis();
        var count = 0;
        var size = 0L;
        try (var all = data.files().listFrom(data.path() + "/")) {
            while (all.hasNext()) {
                var file = all.next();
                var name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
                if (name.endsWith(".parquet") && !named.contains(name) && file.getModificationTime() < settled) {
                    count++;
                    size += file.getSize();
                }
            }
        }
        if (count > 0) {
            add(
                    Finding.Kind.ORPHANED,
                    count + (count == 1 ? " data file" : " data files") + " that no version names, " + size
                            + " bytes; the portal tidies them away when they are old enough");
        }
    }
}
