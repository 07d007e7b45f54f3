package training.powerbi.lakehouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a table looks and behaves.
///
/// Columns are the record's components in order, their names in `snake_case`; types: `String`, `int`, `long`,
/// `boolean`, `float`, `double` (or their boxes), [java.time.Instant] (microseconds) and enums (stored in
/// lower case). A component without `@Nullable` rejects rows without a value.
///
/// @param rule says what is wrong with a row that another program wrote; such rows are skipped and reported
/// @param statistics whether commits carry column statistics; false for tables with personal data
/// @param inRevision whether [Lakehouse#revision()] counts this table
/// @param noted whether commits may carry notes; where none ever do, a start need not search for them
/// @param growth how a table grows whose rows nobody may remove or change; null for tables whose rows may change
/// @param stamp a time in the row that grows with its changes, for comparing with what others read; null without one
/// @param merge for a table that may be changed while the store is away: see [Merge]; null for all others
public record TableDefinition<K, R extends Record>(
        String name,
        Class<R> type,
        Function<R, K> key,
        List<Index<R>> indexes,
        Function<R, Optional<String>> rule,
        boolean statistics,
        boolean inRevision,
        boolean noted,
        @Nullable Growth<K, R> growth,
        @Nullable Function<R, Instant> stamp,
        @Nullable Merge<R> merge) {

    public static <K, R extends Record> TableDefinition<K, R> of(String name, Class<R> type, Function<R, K> key) {
        return new TableDefinition<>(
                name, type, key, List.of(), row -> Optional.empty(), true, false, true, null, null, null);
    }

    public TableDefinition<K, R> indexed(Index<R> index) {
        var all = new ArrayList<>(indexes);
        all.add(index);
        return new TableDefinition<>(
                name, type, key, List.copyOf(all), rule, statistics, inRevision, noted, growth, stamp, merge);
    }

    public TableDefinition<K, R> ruled(Function<R, Optional<String>> newRule) {
        return new TableDefinition<>(
                name, type, key, indexes, newRule, statistics, inRevision, noted, growth, stamp, merge);
    }

    public TableDefinition<K, R> withoutStatistics() {
        return new TableDefinition<>(name, type, key, indexes, rule, false, inRevision, noted, growth, stamp, merge);
    }

    public TableDefinition<K, R> countedInRevision() {
        return new TableDefinition<>(name, type, key, indexes, rule, statistics, true, noted, growth, stamp, merge);
    }

    /// A table whose decisions carry no notes.
    public TableDefinition<K, R> withoutNotes() {
        return new TableDefinition<>(
                name, type, key, indexes, rule, statistics, inRevision, false, growth, stamp, merge);
    }

    /// A table whose rows nobody may remove or change. When another program does, the rows are written again, with
    /// their [witness][Growth#witness].
    public TableDefinition<K, R> onlyGrowing(Growth<K, R> newGrowth) {
        return new TableDefinition<>(
                name, type, key, indexes, rule, statistics, inRevision, noted, newGrowth, stamp, merge);
    }

    /// A table whose rows say when they changed.
    public TableDefinition<K, R> stamped(Function<R, Instant> newStamp) {
        return new TableDefinition<>(
                name, type, key, indexes, rule, statistics, inRevision, noted, growth, newStamp, merge);
    }

    /// A table whose changes are kept on this server while the store is away, and brought there when it is back.
    public TableDefinition<K, R> journaled(Merge<R> newMerge) {
        return new TableDefinition<>(
                name, type, key, indexes, rule, statistics, inRevision, noted, growth, stamp, newMerge);
    }

    public boolean appendOnly() {
        return growth != null;
    }

    /// How a table grows.
    @FunctionalInterface
    public interface Growth<K, R extends Record> {

        /// The row that tells of another program having removed or changed rows.
        R witness(ForeignChange change);

        /// A new row as it is entered behind those that are there. Decided anew when another server was quicker.
        ///
        /// @param now with all rows that come before it
        default R entered(TableSnapshot<K, R> now, R row) {
            return row;
        }
    }

    /// How a row that was changed while the store was away meets what has become of it there meanwhile.
    ///
    /// The same change may be brought again, when a server died before it knew that it had been brought: of what it
    /// made it must then make the same.
    @FunctionalInterface
    public interface Merge<R extends Record> {

        /// The row as it shall be; null for none.
        ///
        /// @param before the row that was changed; null when there was none
        /// @param after what it was changed to; null when it was deleted
        /// @param now the row as it is in the store, another than both; null when there is none
        @Nullable
        R merge(@Nullable R before, @Nullable R after, @Nullable R now);
    }
}
