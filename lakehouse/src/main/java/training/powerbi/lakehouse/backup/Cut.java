package training.powerbi.lakehouse.backup;

import io.delta.kernel.internal.util.FileNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The versions that all tables have at one instant.
///
/// No clock and no lock takes part. Each table is followed to its end; then all are asked once more, and when none has
/// a version that was not known before, the versions are those that all had when the asking began. Otherwise it is
/// done again. Under writers that takes a few rounds, as asking is much quicker than committing.
final class Cut {
    private static final int MOST_ROUNDS = 1_000;

    private final StoreHome home;
    private final StoreEngine engine;

    Cut(StoreHome home, StoreEngine engine) {
        this.home = home;
        this.engine = engine;
    }

    /// Version by table.
    ///
    /// @throws PortalException STORAGE_UNAVAILABLE when the tables do not hold still for an instant
    SortedMap<String, Long> make() throws IOException {
        var versions = new TreeMap<String, Long>();
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var tables = home.tableNames();
            for (var round = 0; round < MOST_ROUNDS; round++) {
                var asked = new ArrayList<Future<Asked>>();
                for (var table : tables) {
                    asked.add(askers.submit((Callable<Asked>) () -> ask(table, versions.getOrDefault(table, -1L))));
                }
                var moved = false;
                for (var each : asked) {
                    var answer = each.get();
                    moved |= answer.newest() >= 0
                            && !Long.valueOf(answer.newest()).equals(versions.put(answer.table(), answer.newest()));
                }
                if (!moved && round > 0) {
                    var now = home.tableNames();
                    if (now.equals(tables)) {
                        return versions;
                    }
                    tables = now;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException("The tables cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while looking at the tables", e);
        }
        throw new PortalException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "The tables changed without a pause, so no instant was found at which all of them stood. Try the backup"
                        + " again when fewer people write.");
    }

    private record Asked(String table, long newest) {}

    private Asked ask(String table, long known) throws IOException {
        var folder = home.tables() + "/" + table;
        var newest = known < 0 ? listed(folder + "/_delta_log") : known;
        var commits = new TableLog(engine, folder, false).commits();
        while (newest >= 0 && commits.exists(newest + 1)) {
            newest++;
        }
        return new Asked(table, newest);
    }

    /// The newest version that the folder's listing shows; -1 where there is no log.
    private long listed(String log) throws IOException {
        var newest = -1L;
        for (var name : LogNames.of(engine.files(), log)) {
            if (FileNames.isCommitFile(name)) {
                newest = Math.max(newest, FileNames.deltaVersion(name));
            } else if (FileNames.isCheckpointFile(name)) {
                newest = Math.max(newest, FileNames.checkpointVersion(name));
            }
        }
        return newest;
    }
}
