package training.powerbi.lakehouse.memory;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An immutable hash map from key to row, and to the slot of the file that holds the row. Changed by copying
/// only the small pages a change touches; costs about 15 bytes per row beyond the row, keys are not kept.
public final class RowMap<K, R> {
    private static final int ROWS_PER_PAGE = 24;

    private final Function<R, K> key;
    private final RowPage[] pages;
    private final int size;

    private RowMap(Function<R, K> key, RowPage[] pages, int size) {
        this.key = key;
        this.pages = pages;
        this.size = size;
    }

    static <K, R> RowMap<K, R> empty(Function<R, K> key) {
        return new RowMap<>(key, new RowPage[] {RowPage.EMPTY}, 0);
    }

    int size() {
        return size;
    }

    @Nullable
    R get(K wanted) {
        var hash = hash(wanted);
        var page = pages[hash & pages.length - 1];
        var at = find(page, hash, wanted);
        return at < 0 ? null : row(page, at);
    }

    /// The slot of the row's file, or -1 when there is no such row.
    public int slot(K wanted) {
        var hash = hash(wanted);
        var page = pages[hash & pages.length - 1];
        var at = find(page, hash, wanted);
        return at < 0 ? -1 : page.slot(at);
    }

    Stream<R> rows() {
        return Arrays.stream(pages)
                .flatMap(page -> Arrays.stream(page.rows(), 0, page.size()).map(this::cast));
    }

    Edit edit() {
        return new Edit();
    }

    private int find(RowPage page, int hash, K wanted) {
        for (var at = page.next(hash, 0); at >= 0; at = page.next(hash, at + 1)) {
            if (wanted.equals(key.apply(row(page, at)))) {
                return at;
            }
        }
        return -1;
    }

    private R row(RowPage page, int at) {
        return cast(page.rows()[at]);
    }

    @SuppressWarnings("unchecked") // only rows are put in
    private R cast(@Nullable Object row) {
        return (R) Objects.requireNonNull(row);
    }

    private static int hash(Object key) {
        var mixed = key.hashCode() * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    /// Changes under way; of use to one thread until [#freeze()].
    final class Edit {
        private RowPage[] edited = pages.clone();
        private int count = size;
        private RowPage.Owner owner = new RowPage.Owner();

        @Nullable
        R get(K wanted) {
            var hash = hash(wanted);
            var page = edited[hash & edited.length - 1];
            var at = find(page, hash, wanted);
            return at < 0 ? null : row(page, at);
        }

        int slot(K wanted) {
            var hash = hash(wanted);
            var page = edited[hash & edited.length - 1];
            var at = find(page, hash, wanted);
            return at < 0 ? -1 : page.slot(at);
        }

        int size() {
            return count;
        }

        Stream<R> rows() {
            return freeze().rows();
        }

        /// Puts the row unless its key is there already, and says whether it did.
        boolean putIfAbsent(K wanted, R row, int slot) {
            var hash = hash(wanted);
            var page = own(hash & edited.length - 1);
            if (find(page, hash, wanted) >= 0) {
                return false;
            }
            add(page, hash, row, slot);
            return true;
        }

        /// Returns the row that was there before.
        @Nullable
        R put(K wanted, R row, int slot) {
            var hash = hash(wanted);
            var page = own(hash & edited.length - 1);
            var at = find(page, hash, wanted);
            if (at >= 0) {
                var before = row(page, at);
                page.set(at, row, slot);
                return before;
            }
            add(page, hash, row, slot);
            return null;
        }

        private void add(RowPage page, int hash, R row, int slot) {
            page.add(hash, row, slot);
            count++;
            if (count > edited.length * ROWS_PER_PAGE) {
                resize(edited.length * 2);
            }
        }

        @Nullable
        R remove(K wanted) {
            var hash = hash(wanted);
            var at = find(edited[hash & edited.length - 1], hash, wanted);
            if (at < 0) {
                return null;
            }
            var page = own(hash & edited.length - 1);
            var before = row(page, at);
            page.remove(at);
            count--;
            return before;
        }

        /// Makes room at once for as many rows as will come.
        void expect(int rows) {
            var length = edited.length;
            while (rows > length * ROWS_PER_PAGE) {
                length *= 2;
            }
            if (length > edited.length) {
                resize(length);
            }
        }

        /// The changed map. The edit may go on; it copies again what it changes from here.
        RowMap<K, R> freeze() {
            owner = new RowPage.Owner();
            return new RowMap<>(key, edited.clone(), count);
        }

        private RowPage own(int at) {
            if (edited[at].owner() != owner) {
                edited[at] = edited[at].copy(owner);
            }
            return edited[at];
        }

        private void resize(int length) {
            var old = edited;
            edited = new RowPage[length];
            for (var at = 0; at < length; at++) {
                edited[at] = new RowPage(owner);
            }
            for (var page : old) {
                for (var at = 0; at < page.size(); at++) {
                    var hash = page.hash(at);
                    edited[hash & length - 1].add(hash, row(page, at), page.slot(at));
                }
            }
        }
    }
}
