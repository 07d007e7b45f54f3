package training.powerbi.lakehouse.log;

import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.utils.FileStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import training.powerbi.lakehouse.files.FolderLook;

/// Which files of a log a start reads: the newest checkpoint, the commits behind it, and those before it among which a
/// server that stopped may have left notes.
///
/// @param noted whether there may be notes
public record NeededFiles(boolean noted) implements FolderLook.Guess {

    @Override
    public String first() {
        return "_last_checkpoint";
    }

    @Override
    public boolean isAmong(byte[] told, List<FileStatus> log) {
        return DamagedCheckpoints.named(told)
                .filter(version -> log.stream()
                        .map(FileStatus::getPath)
                        .anyMatch(path ->
                                FileNames.isCheckpointFile(path) && FileNames.checkpointVersion(path) == version))
                .isPresent();
    }

    /// The newest first.
    @Override
    public List<FileStatus> needed(List<FileStatus> log) {
        var checkpoint = log.stream()
                .map(FileStatus::getPath)
                .filter(FileNames::isCheckpointFile)
                .mapToLong(FileNames::checkpointVersion)
                .max()
                .orElse(-1);
        var needed = new ArrayList<FileStatus>();
        for (var file : log) {
            var path = file.getPath();
            if (FileNames.isCheckpointFile(path) && FileNames.checkpointVersion(path) == checkpoint) {
                needed.add(file);
            }
        }
        var commits = log.stream()
                .filter(file -> FileNames.isCommitFile(file.getPath()))
                .sorted(Comparator.comparingLong(NeededFiles::version).reversed())
                .toList();
        for (var at = 0; at < commits.size(); at++) {
            // What came just before those that count is looked at too: it tells that there is no more of them.
            if (at > 0 && version(commits.get(at - 1)) <= checkpoint && !isRecent(commits.get(at - 1), commits)) {
                break;
            }
            needed.add(commits.get(at));
        }
        return needed;
    }

    /// What is left to be read by who searches for notes.
    public static FolderLook.Guess searched() {
        var whole = new NeededFiles(true);
        return new FolderLook.Guess() {
            @Override
            public String first() {
                return whole.first();
            }

            @Override
            public boolean isAmong(byte[] told, List<FileStatus> log) {
                return whole.isAmong(told, log);
            }

            @Override
            public List<FileStatus> needed(List<FileStatus> log) {
                return whole.needed(log).stream()
                        .filter(file -> FileNames.isCommitFile(file.getPath()))
                        .toList();
            }
        };
    }

    private boolean isRecent(FileStatus commit, List<FileStatus> newestFirst) {
        return noted
                && commit.getModificationTime()
                        >= newestFirst.getFirst().getModificationTime() - NoteDelivery.LOOK_BACK.toMillis();
    }

    private static long version(FileStatus commit) {
        return FileNames.deltaVersion(commit.getPath());
    }
}
