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
/// @param growth how a table grows whose rows nobody may remove or change; null for tables whose rows may change
/// @param stamp a time in the row that grows with its changes, for comparing with what others read; null without one
public record TableDefinition<K, R extends Record>(
        String name,
        Class<R> type,
        Function<R, K> key,
        List<Index<R>> indexes,
        Function<R, Optional<String>> rule,
        boolean statistics,
        boolean inRevision,
        @Nullable Growth<K, R> growth,
        @Nullable Function<R, Instant> stamp) {

    public static <K, R extends Record> TableDefinition<K, R> of(String name, Class<R> type, Function<R, K> key) {
        return new TableDefinition<>(name, type, key, List.of(), row -> Optional.empty(), true, false, null, null);
    }

    public TableDefinition<K, R> indexed(Index<R> index) {
        var all = new ArrayList<>(indexes);
        all.add(index);
        return new TableDefinition<>(name, type, key, List.copyOf(all), rule, statistics, inRevision, growth, stamp);
    }

    public TableDefinition<K, R> ruled(Function<R, Optional<String>> newRule) {
        return new TableDefinition<>(name, type, key, indexes, newRule, statistics, inRevision, growth, stamp);
    }

    public TableDefinition<K, R> withoutStatistics() {
        return new TableDefinition<>(name, type, key, indexes, rule, false, inRevision, growth, stamp);
    }

    public TableDefinition<K, R> countedInRevision() {
        return new TableDefinition<>(name, type, key, indexes, rule, statistics, true, growth, stamp);
    }

    /// A table whose rows nobody may remove or change. When another program does, the rows are written again, with
    /// their [witness][Growth#witness].
    public TableDefinition<K, R> onlyGrowing(Growth<K, R> newGrowth) {
        return new TableDefinition<>(name, type, key, indexes, rule, statistics, inRevision, newGrowth, stamp);
    }

    /// A table whose rows say when they changed.
    public TableDefinition<K, R> stamped(Function<R, Instant> newStamp) {
        return new TableDefinition<>(name, type, key, indexes, rule, statistics, inRevision, growth, newStamp);
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
}
