package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class GroupCommitTest {
    private static final int CALLERS = 300;

    @TempDir
    Path folder;

    @Test
    void whateverWaitsBecomesOneCommitInWhichEachSeesThoseBefore() throws IOException {
        try (var store = TestStore.open(folder)) {
            var table = store.table(Progress.table());
            table.append(List.of(Progress.of("a", 1)));
            var deciding = new CountDownLatch(1);
            var busy = new CountDownLatch(1);
            var first = table.submit(now -> {
                deciding.countDown();
                await(busy);
                return Verdict.unchanged("waited");
            });
            await(deciding);
            var all = new ArrayList<CompletableFuture<CommitResult<Progress>>>();
            for (var caller = 0; caller < CALLERS; caller++) {
                all.add(table.submit(now -> {
                    var row = now.find(new Progress.Key("a", 1)).orElseThrow();
                    return Verdict.upsert(row.withRevision(row.revision() + 1));
                }));
            }
            var refused = table.submit(now -> {
                throw new IllegalStateException("only mine");
            });
            busy.countDown();

            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
            assertThat(first.join().version()).isEqualTo(1);
            assertThat(all).allMatch(each -> each.join().version() == 2);
            assertThat(all.getLast().join().answer().revision()).isEqualTo(CALLERS);
            assertThatThrownBy(refused::join).hasRootCauseMessage("only mine");
            assertThat(table.snapshot().version()).isEqualTo(2);
        }
    }

    @Test
    void aStoppedStoreRefusesInASentence() throws IOException {
        var store = TestStore.open(folder);
        var table = store.table(Progress.table());
        store.close();

        assertThatThrownBy(() -> table.append(List.of(Progress.of("a", 1))))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
    }

    @Test
    void aFolderWithASpaceAndAnUmlautWorks() throws IOException {
        var odd = folder.resolve("Schulung für Power BI");
        try (var store = TestStore.open(odd)) {
            var table = store.table(Progress.table());
            for (var at = 0; at < 101; at++) {
                table.append(List.of(Progress.of("a", 1).withRevision(at)));
            }
        }
        try (var store = TestStore.open(odd)) {
            assertThat(store.table(Progress.table()).snapshot().rows())
                    .containsExactly(Progress.of("a", 1).withRevision(100));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
