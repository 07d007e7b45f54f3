package training.powerbi.lakehouse;

import java.util.List;

/// What a [Decision] came to: rows to write, keys to delete, notes to keep with the commit, and the caller's
/// answer. Without upserts and deletes nothing is committed and the notes are dropped.
public record Verdict<K, R extends Record, T>(List<R> upserts, List<K> deletes, List<CommitNote> notes, T answer) {

    public Verdict {
        upserts = List.copyOf(upserts);
        deletes = List.copyOf(deletes);
        notes = List.copyOf(notes);
    }

    public static <K, R extends Record, T> Verdict<K, R, T> unchanged(T answer) {
        return new Verdict<>(List.of(), List.of(), List.of(), answer);
    }

    public static <K, R extends Record> Verdict<K, R, R> upsert(R row, CommitNote... notes) {
        return new Verdict<>(List.of(row), List.of(), List.of(notes), row);
    }

    public static <K, R extends Record> Verdict<K, R, List<R>> upsert(List<R> rows) {
        return new Verdict<>(rows, List.of(), List.of(), rows);
    }
}
