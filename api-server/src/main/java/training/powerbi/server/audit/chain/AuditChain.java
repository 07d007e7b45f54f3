package training.powerbi.server.audit.chain;

import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.ForeignChange;
import training.powerbi.lakehouse.TableDefinition.Growth;
import training.powerbi.lakehouse.TableSnapshot;

/// Gives each new entry its place behind the newest. The table's writer asks for it with the rows that are there, and
/// asks again when another server's entry was first: so there is one chain, however many write.
public final class AuditChain implements Growth<String, AdminActionRow> {
    /// Nobody has more; another program may have written anything.
    private static final long MOST = 1L << 52;

    private final Function<ForeignChange, AdminActionRow> witness;
    // Where to look first; whether it is the newest, the rows say.
    private volatile @Nullable AdminActionRow known;

    public AuditChain(Function<ForeignChange, AdminActionRow> witness) {
        this.witness = witness;
    }

    @Override
    public AdminActionRow witness(ForeignChange change) {
        return witness.apply(change);
    }

    @Override
    public AdminActionRow entered(TableSnapshot<String, AdminActionRow> now, AdminActionRow row) {
        if (row.sequence() != null) {
            return row;
        }
        var newest = newest(now);
        var next =
                newest == null ? row.behind(0, root(now)) : row.behind(sequence(newest), String.valueOf(newest.hash()));
        known = next;
        return next;
    }

    /// The newest entry; null before the first.
    public @Nullable AdminActionRow newest(TableSnapshot<String, AdminActionRow> now) {
        var start = known;
        var newest = start != null
                        && now.find(start.actionId()).filter(start::equals).isPresent()
                ? start
                : last(now);
        for (var next = newest; next != null; next = follower(now, next)) {
            newest = next;
        }
        known = newest;
        return newest;
    }

    private static @Nullable AdminActionRow follower(TableSnapshot<String, AdminActionRow> now, AdminActionRow newest) {
        return now.select(AdminActionRow.BY_SEQUENCE, sequence(newest) + 1).stream()
                .filter(row -> String.valueOf(row.previousHash()).equals(newest.hash()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable AdminActionRow last(TableSnapshot<String, AdminActionRow> now) {
        return now.rows()
                .filter(row -> row.sequence() != null && sequence(row) > 0 && sequence(row) < MOST)
                .sorted(Comparator.comparingLong(AuditChain::sequence).reversed())
                .filter(row -> EntryText.hash(row).equals(row.hash()))
                .findFirst()
                .orElse(null);
    }

    private static String root(TableSnapshot<String, AdminActionRow> now) {
        var roots = new Roots();
        now.rows().filter(row -> row.sequence() == null).forEach(roots::add);
        return roots.hash();
    }

    private static long sequence(AdminActionRow row) {
        var sequence = row.sequence();
        return sequence == null ? 0 : sequence;
    }
}
