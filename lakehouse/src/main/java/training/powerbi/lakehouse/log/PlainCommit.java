package training.powerbi.lakehouse.log;

import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.internal.json.JsonUtils;
import io.delta.kernel.internal.util.Utils;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;

/// Writes the commit file of a table that uses nothing beyond protocol (1,2). Kernel's transaction would write
/// the same lines, but replays the log since the last checkpoint for every commit to look for features that such
/// a table cannot have: 5 to 25 ms of processor time against a quarter of one.
final class PlainCommit {
    private final StoreEngine engine;
    private final CommitReader commits;

    PlainCommit(StoreEngine engine, CommitReader commits) {
        this.engine = engine;
        this.commits = commits;
    }

    /// Writes the version with the actions.
    ///
    /// @throws CommitConflictException when the version exists already
    void write(long version, List<Row> actions, CommitExtras extras, long now)
            throws CommitConflictException, IOException {
        var lines = new ArrayList<String>(actions.size() + 1);
        lines.add(NoteJson.commitInfo(extras, engine.signature().text(), now));
        actions.forEach(action -> lines.add(JsonUtils.rowToJson(action)));
        try {
            engine.files()
                    .newOutputFile(commits.file(version))
                    .writeAtomically(Utils.toCloseableIterator(lines.iterator()), false);
        } catch (FileAlreadyExistsException e) {
            throw new CommitConflictException(e);
        }
    }
}
