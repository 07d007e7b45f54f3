package training.powerbi.lakehouse;

import java.util.Optional;

/// All tables of one store. Safe for use by many threads.
public interface Lakehouse {

    /// Opens the table, creating an empty version 0 when the store has none, and loads its rows.
    ///
    /// @throws IllegalStateException when a table of that name is open already
    <K, R extends Record> DeltaTable<K, R> table(TableDefinition<K, R> definition);

    /// Sum of the versions of the tables whose definition says [TableDefinition#inRevision()]. Read it
    /// *before* the rows an answer is built from: the answer is then at least as new as the number says.
    long revision();

    /// [#revision()] as it was when `table` stood at `version` and all others as now: the number for an event that
    /// announces that version.
    long revisionAt(String table, long version);

    /// Registers the one keeper of commit notes. Without it no decision may carry a note.
    void keepNotes(NoteKeeper keeper);

    StoreStatus status();

    /// What this server's requests cost; none where they cost nothing, as in a local folder.
    default Optional<StoreCost> cost() {
        return Optional.empty();
    }

    /// Which of the servers that share the store this one is; none where it has the store to itself.
    default Optional<String> instance() {
        return Optional.empty();
    }

    /// Present while the store is away and what is read is what was known of it last.
    default Optional<Staleness> staleness() {
        return Optional.empty();
    }
}
