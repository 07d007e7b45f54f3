package training.powerbi.lakehouse.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.CommitNote;

class NoteDeliveryTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final NoteDelivery notes = new NoteDelivery("days", () -> null, Clock.fixed(NOON, ZoneOffset.UTC));

    private static LogVersion ofAnotherServer(Instant at) {
        var note = new CommitNote("key", "{}");
        return new LogVersion(
                1, Author.COLLEAGUE, at.toEpochMilli(), "WRITE", List.of(note), List.of(), List.of(), false);
    }

    @Test
    void whatAServerThatIsNoMoreLeftWaitsForTheKeeperOfOneThatStarts() {
        notes.owe(ofAnotherServer(NOON.minus(NoteDelivery.LOOK_BACK.multipliedBy(2))), 0);

        assertThat(notes.awaitsKeeper()).isTrue();
    }

    @Test
    void whatAnotherServerIsAboutToDeliverKeepsNobodyWaiting() {
        notes.owe(ofAnotherServer(NOON), 0);

        assertThat(notes.awaitsKeeper()).isFalse();
    }
}
