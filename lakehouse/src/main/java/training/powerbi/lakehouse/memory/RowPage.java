package training.powerbi.lakehouse.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A few rows of a [RowMap] with their hashes and slots. Whoever owns the page may change it; everyone else
/// sees it frozen.
final class RowPage {
    /// Who may change a page; each edit is one, compared by identity.
    static final class Owner {}

    private static final int FIRST_ROWS = 4;
    private static final @Nullable Object[] NO_ROWS = {};
    private static final int[] NO_MARKS = {};
    static final RowPage EMPTY = new RowPage(null);

    private final @Nullable Owner owner;
    private @Nullable Object[] rows;
    // Hash and slot of each row, side by side.
    private int[] marks;
    private int size;

    RowPage(@Nullable Owner owner) {
        this(owner, NO_ROWS, NO_MARKS, 0);
    }

    private RowPage(@Nullable Owner owner, @Nullable Object[] rows, int[] marks, int size) {
        this.owner = owner;
        this.rows = rows;
        this.marks = marks;
        this.size = size;
    }

    @Nullable
    Object owner() {
        return owner;
    }

    int size() {
        return size;
    }

    /// More than `size()` places.
    @Nullable
    Object[] rows() {
        return rows;
    }

    int hash(int at) {
        return marks[2 * at];
    }

    int slot(int at) {
        return marks[2 * at + 1];
    }

    /// The first place from `at` on whose row has the hash, or -1.
    int next(int hash, int at) {
        for (var place = at; place < size; place++) {
            if (marks[2 * place] == hash) {
                return place;
            }
        }
        return -1;
    }

    RowPage copy(@Nullable Owner newOwner) {
        return new RowPage(newOwner, Arrays.copyOf(rows, size + 1), Arrays.copyOf(marks, 2 * size + 2), size);
    }

    void set(int at, Object row, int slot) {
        rows[at] = row;
        marks[2 * at + 1] = slot;
    }

    void add(int hash, Object row, int slot) {
        if (size == rows.length) {
            var length = Math.max(FIRST_ROWS, size + size / 2);
            rows = Arrays.copyOf(rows, length);
            marks = Arrays.copyOf(marks, 2 * length);
        }
        rows[size] = row;
        marks[2 * size] = hash;
        marks[2 * size + 1] = slot;
        size++;
    }

    void remove(int at) {
        size--;
        rows[at] = rows[size];
        marks[2 * at] = marks[2 * size];
        marks[2 * at + 1] = marks[2 * size + 1];
        rows[size] = null;
    }
}
