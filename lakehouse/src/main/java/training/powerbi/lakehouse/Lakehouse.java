package training.powerbi.lakehouse;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import training.powerbi.lakehouse.StoreStatus.Staleness;

/// All tables of one store. Safe for use by many threads.
public interface Lakehouse {

    /// Opens the table, creating an empty version 0 when the store has none, and loads its rows.
    ///
    /// @throws IllegalStateException when a table of that name is open already
    <K, R extends Record> DeltaTable<K, R> table(TableDefinition<K, R> definition);

    /// Says which tables are going to be opened: where each request takes its time, what opening them reads is fetched
    /// side by side from now on. Opens and makes nothing; a table that nobody expected opens as well.
    ///
    /// @param tables their names
    default void expect(Collection<String> tables) {}

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

    /// How far the store's copy in another place is behind; none where there is no copy.
    default Optional<MirrorStatus> mirror() {
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

    /// By table, for how long something newer may be there unseen: the age of the last look that succeeded.
    default Map<String, Duration> lag() {
        return Map.of();
    }

    /// When the first change of the table behind a time was made, as far as its rows still tell; nothing when none of
    /// them does.
    default Optional<Instant> firstChangeAfter(String table, Instant time) {
        return Optional.empty();
    }

    /// Asks from now on how closely to look for what others commit. Where it costs nothing, it is looked closely
    /// anyway.
    default void watchAs(Supplier<Attention> attention) {}

    /// Who waits for what others commit.
    enum Attention {
        /// Nobody: it is enough to look now and then.
        NOBODY,
        /// Somebody, for what the other servers do.
        ANYBODY,
        /// Somebody who may be at work with other programs too, such as a notebook: these give no hint.
        ADMIN
    }
}
