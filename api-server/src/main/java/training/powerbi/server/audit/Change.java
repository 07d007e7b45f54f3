package training.powerbi.server.audit;

import java.util.List;

/// What a [Plan] makes of a table: rows with what the audit log says of them, and the caller's answer. A row without
/// its entry cannot be said by accident.
///
/// @param <T> the answer
public final class Change<K, R extends Record, T> {
    private final List<R> upserts;
    private final List<K> deletes;
    private final List<Entry> entries;
    private final T answer;

    private Change(List<R> upserts, List<K> deletes, List<Entry> entries, T answer) {
        this.upserts = List.copyOf(upserts);
        this.deletes = List.copyOf(deletes);
        this.entries = List.copyOf(entries);
        this.answer = answer;
    }

    /// A row as it becomes.
    public record Edit<R extends Record>(R row, Entry entry) {}

    /// All is as it shall be: nothing is written.
    public static <K, R extends Record, T> Change<K, R, T> none(T answer) {
        return new Change<>(List.of(), List.of(), List.of(), answer);
    }

    /// The row, which is the answer too.
    public static <K, R extends Record> Change<K, R, R> of(R row, Entry entry) {
        return of(row, entry, row);
    }

    public static <K, R extends Record> Change<K, R, R> of(Edit<R> edit) {
        return of(edit.row(), edit.entry());
    }

    public static <K, R extends Record, T> Change<K, R, T> of(R row, Entry entry, T answer) {
        return new Change<>(List.of(row), List.of(), List.of(entry), answer);
    }

    /// Rows of several days. The first is under the action's own id, so that its key is known after a restart; the
    /// others are [parts][Action#ofDay(int)] of it.
    public static <K, R extends Record, T> Change<K, R, T> ofDays(List<Edit<R>> edits, T answer) {
        return new Change<>(
                edits.stream().map(Edit::row).toList(),
                List.of(),
                edits.stream().map(Edit::entry).toList(),
                answer);
    }

    public static <K, R extends Record, T> Change<K, R, T> deletion(K key, Entry entry, T answer) {
        return new Change<>(List.of(), List.of(key), List.of(entry), answer);
    }

    /// A row that no admin's doing changes, such as what someone has seen themselves.
    public static <K, R extends Record> Change<K, R, R> unaudited(R row) {
        return new Change<>(List.of(row), List.of(), List.of(), row);
    }

    List<R> upserts() {
        return upserts;
    }

    List<K> deletes() {
        return deletes;
    }

    List<Entry> entries() {
        return entries;
    }

    T answer() {
        return answer;
    }
}
