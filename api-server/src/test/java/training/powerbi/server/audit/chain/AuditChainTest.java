package training.powerbi.server.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.lakehouse.testing.MemoryLakehouse;

/// Entries get their places, and a chain with anything done to it says where.
class AuditChainTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final MemoryLakehouse lakehouse = new MemoryLakehouse();
    private final DeltaTable<String, AdminActionRow> table = lakehouse.table(AdminActionRow.definition(chain()));

    private static AuditChain chain() {
        return new AuditChain(_ -> entry("external"));
    }

    private static AdminActionRow entry(String id) {
        return AdminActionRow.of(id, "ada", "unlock_day", 1, "{}", NOW);
    }

    private List<AdminActionRow> rows() {
        return table.snapshot()
                .rows()
                .sorted(java.util.Comparator.comparing(AdminActionRow::sequence))
                .toList();
    }

    private static ChainState state(List<AdminActionRow> rows) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(7));
        var check = new ChainCheck();
        shuffled.forEach(check::add);
        return check.state(null);
    }

    @Test
    void entriesOfOneCommitAndOfManyFollowEachOther() {
        table.append(List.of(entry("a"), entry("b")));
        IntStream.range(0, 20).forEach(number -> table.append(List.of(entry("n" + number))));
        table.append(List.of(entry("a")));

        assertThat(rows())
                .extracting(AdminActionRow::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 22).mapToObj(Long::valueOf).toList());
        assertThat(state(rows())).satisfies(state -> {
            assertThat(state.reason()).isNull();
            assertThat(state.newest()).isEqualTo(22);
            assertThat(state.newestHash()).isEqualTo(rows().getLast().hash());
        });
    }

    @Test
    void whoeverStartsLaterGoesOnBehindTheNewestThatIsTrue() {
        table.append(List.of(entry("a"), entry("b")));
        var forged = new AdminActionRow("x", "ada", "lock_day", 1, "{}", NOW, 900L, "00", "11");
        lakehouse.keepNotes(new NoteKeeper() {
            @Override
            public void keep(String name, long version, List<CommitNote> notes) {
                // There are none.
            }

            @Override
            public void keepForeign(String name, long version, String operation, int changedRows) {
                // Nobody asks.
            }
        });
        lakehouse.commitAsForeigner(AdminActionRow.TABLE, List.of(forged));

        var next = chain().entered(table.snapshot(), entry("c"));

        assertThat(next.sequence()).isEqualTo(3);
        assertThat(next.previousHash()).isEqualTo(rows().get(1).hash());
        assertThat(state(rows()).firstBad()).isEqualTo(3);
    }

    @Test
    void anEmptyLogIsIntactAndSoIsOneFromBeforeTheChain() {
        assertThat(state(List.of()).reason()).isNull();
        assertThat(state(List.of(entry("old"), entry("older"))))
                .isEqualTo(new ChainState(2, 2, null, null, 0, null, false));
    }
}
