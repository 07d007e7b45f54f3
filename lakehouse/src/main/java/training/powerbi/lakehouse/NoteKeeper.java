package training.powerbi.lakehouse;

import java.util.List;

/// Turns the notes of commits into something durable of its own. Called after a commit is durable and before
/// its callers are acknowledged, and again at start for what a crash left out: every method must be
/// idempotent. When it fails, the table accepts no further commit until the keeper has succeeded.
public interface NoteKeeper {

    void keep(String table, long version, List<CommitNote> notes);

    /// Another server committed with these notes, which that server is about to keep. Called before anything is decided
    /// on the rows of that commit, on the writer's thread: nothing slow, and no word to any table.
    default void hear(List<CommitNote> notes) {}

    /// Another program committed rows that differ from what was there.
    void keepForeign(String table, long version, String operation, int changedRows);
}
