package training.powerbi.lakehouse.check;

import io.delta.kernel.internal.util.FileNames;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import training.powerbi.lakehouse.log.LogVersion;

/// What one table needs to be whole again: to go back to its last good version, or to do without a checkpoint. Entries
/// that are given up are kept under another name, which no program takes for an entry.
final class Repair {
    private static final String ASIDE = ".damaged";

    private final TableCheck table;
    private final List<String> steps = new ArrayList<>();
    private final List<String> beyond = new ArrayList<>();
    private final List<String> aside = new ArrayList<>();

    Repair(TableCheck table) {
        this.table = table;
    }

    List<String> steps() {
        return steps;
    }

    List<String> beyond() {
        return beyond;
    }

    Repair plan() throws IOException {
        var history = table.history();
        var newest = history.newest();
        var good = table.lastGood();
        if (good.isEmpty()) {
            beyond.add("Table " + table.table()
                    + ": no version of it is whole. Restore the store, or this table's folder, from a backup.");
            return this;
        }
        if (good.getAsLong() < newest) {
            steps.add(loss(good.getAsLong(), newest));
        }
        var dropped = table.badCheckpoints().stream()
                .filter(version -> version <= good.getAsLong())
                .toList();
        if (!dropped.isEmpty()) {
            steps.add("Table " + table.table() + " does without " + dropped.size()
                    + (dropped.size() == 1 ? " damaged checkpoint" : " damaged checkpoints")
                    + ". Nothing is lost by it.");
        }
        var hole = history.hole(good.getAsLong());
        hole.ifPresent(version -> steps.add("Table " + table.table() + " gives up its history up to version " + version
                + ", whose entry is missing or damaged. Nothing of what it holds today is lost by it."));
        for (var name : history.names()) {
            if (isGivenUp(name, hole.orElse(-1), good.getAsLong())) {
                aside.add(name);
            }
        }
        return this;
    }

    private boolean isGivenUp(String name, long hole, long good) {
        if (FileNames.isCommitFile(name)) {
            return FileNames.deltaVersion(name) > good || FileNames.deltaVersion(name) <= hole;
        }
        if (FileNames.isCheckpointFile(name)) {
            var version = FileNames.checkpointVersion(name);
            return version > good || table.badCheckpoints().contains(version);
        }
        // It only saves a listing, and may point to what is given up.
        return name.equals("_last_checkpoint") && !table.findings().isEmpty();
    }

    private String loss(long good, long newest) {
        var count = newest - good;
        var lost = table.history().commits().tailMap(good, false).values();
        var known = lost.stream()
                .mapToLong(LogVersion::time)
                .filter(time -> time > 0)
                .sorted()
                .toArray();
        var when = known.length == 0
                ? ""
                : ", made from " + Instant.ofEpochMilli(known[0]) + " to "
                        + Instant.ofEpochMilli(known[known.length - 1]);
        return "Table " + table.table() + " goes back from version " + newest + " to version " + good
                + ", its last whole"
                + " one: " + count + (count == 1 ? " commit is lost" : " commits are lost") + when
                + ", with all rows they wrote or removed.";
    }

    /// Does it, the newest entry first: whoever is interrupted can begin again.
    void run() throws IOException {
        var log = table.data().path() + "/_delta_log/";
        var files = table.data().files();
        aside.sort(java.util.Comparator.reverseOrder());
        for (var name : aside) {
            files.copyFileAtomically(log + name, log + name + ASIDE, true);
            files.delete(log + name);
        }
        if (!aside.isEmpty()) {
            files.forceFolder(table.data().path() + "/_delta_log");
        }
    }
}
