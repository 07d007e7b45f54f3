package training.powerbi.lakehouse.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.files.UnreachableException;

class NoteDeliveryTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final NoteDelivery notes = new NoteDelivery("days", () -> null, Clock.fixed(NOON, ZoneOffset.UTC));

    private final ExecutorService searchers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        searchers.close();
    }

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

    @Test
    void whatIsStillSearchedForCountsAsWaitingAndKeepsNobodyWhileThereIsNoKeeper() throws IOException {
        var log = new CompletableFuture<List<NoteSearch.Found>>();
        notes.await(NoteSearch.begin(log::get, searchers));

        assertThat(notes.isWaiting()).isTrue();
        assertThat(notes.isReady()).isFalse();
        log.complete(List.of());
    }

    @Test
    void whatWasSearchedForIsKnownBeforeAnythingElseIsDone() throws IOException {
        var longAgo = ofAnotherServer(NOON.minus(NoteDelivery.LOOK_BACK.multipliedBy(2)));
        notes.await(NoteSearch.begin(() -> List.of(new NoteSearch.Found(longAgo, 0)), searchers));

        notes.recover();

        assertThat(notes.isWaiting()).isTrue();
        assertThat(notes.awaitsKeeper()).isTrue();
        assertThat(notes.isReady()).isFalse();
    }

    @Test
    void aSearchThatFailsIsToldAndBegunAnew() throws IOException {
        var tries = new AtomicInteger();
        notes.await(NoteSearch.begin(
                () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new UnreachableException("no answer");
                    }
                    return List.of();
                },
                searchers));

        assertThatThrownBy(notes::recover).isInstanceOf(UnreachableException.class);
        assertThat(notes.isWaiting()).isTrue();
        notes.recover();
        assertThat(notes.isWaiting()).isFalse();
        assertThat(notes.isReady()).isTrue();
    }
}
