package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.delta.kernel.internal.util.Utils;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.files.copy.TestCopies;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What may go wrong around a pause.
class PauseFaultsTest extends PausableStore {

    @Test
    void aPauseInTheMiddleOfACommitNeitherLosesNorDoublesIt() {
        // The commit arrives, its answer does not, and then nothing does.
        line.faults("{\"drop\":1,\"only\":\"PUT .*remarks/_delta_log\"}");
        var commit = remarks.submit(now -> Verdict.upsert(List.of(new Remark("during", "b"))));
        await().atMost(SOON).until(() -> met("drop") > 0);
        pause("deny");
        await().atMost(SOON).until(commit::isDone);
        // What became of it is not asked before the capacity is back.
        await().atMost(SOON).until(this::onlyLooksAreMet);

        resume();
        remarks.append(List.of(new Remark("after", "c")));

        assertThat(stored(REMARKS).rows())
                .extracting(Remark::id)
                .containsExactlyInAnyOrder("before", "during", "after");
        // The one that made the table, and one for each.
        assertThat(stored(REMARKS).version()).isEqualTo(3);
    }

    @Test
    void whatIsRepeatedInThePauseBecauseItsAnswerWasLostIsThereOnce() {
        line.faults("{\"drop\":1,\"only\":\"PUT .*progress/_delta_log\"}");
        CompletableFuture<?> commit = sessions.submit(now -> Verdict.upsert(List.of(Progress.of("during", 1))));
        await().atMost(SOON).until(() -> met("drop") > 0);
        pause("busy");
        await().atMost(SOON).until(commit::isDone);
        sessions.append(List.of(Progress.of("during", 1)));

        resume();

        await().atMost(SOON).until(() -> journal().toFile().length() == 0);
        assertThat(stored(SESSIONS).rows()).extracting(Progress::userId).containsExactlyInAnyOrder("before", "during");
    }

    /// What was begun before it counted as away is tried for a moment longer.
    private boolean onlyLooksAreMet() {
        line.faults("{\"deny\":1}");
        await().atMost(SOON).until(() -> met("deny") >= 5);
        return List.copyOf(line.counts().path("verbs").propertyNames()).equals(List.of("GET"));
    }

    private int met(String fault) {
        return line.counts().path("met").path(fault).asInt();
    }

    @Test
    void whileItIsAwayNothingIsAskedOfItButWhetherItIsBack() {
        pause("deny");
        await().atMost(SOON).until(this::onlyLooksAreMet);
        line.faults("{\"deny\":1}");
        var began = System.nanoTime();

        for (var each = 0; each < 20; each++) {
            sessions.append(List.of(Progress.of("user-" + each, 1)));
            assertThat(remarks.snapshot().size()).isEqualTo(1);
        }
        refused();
        await().atMost(SOON).until(() -> met("deny") >= 5);

        var asked = met("deny");
        var looks = Duration.ofNanos(System.nanoTime() - began).dividedBy(TestCopies.LOOK) + 2;
        assertThat(asked).isLessThanOrEqualTo(Math.toIntExact(looks));
        assertThat(line.counts().path("verbs").propertyNames()).containsExactly("GET");
    }

    @Test
    void aClockThatIsAnHourOffMakesNothingYoungerThanNow() throws IOException {
        var clock = new TestClock();
        store.close();
        open(SqlPlace.API, clock);
        pause("deny");

        clock.now = clock.now.minus(Duration.ofHours(1));
        assertThat(store.staleness())
                .hasValueSatisfying(stale -> assertThat(stale.age()).isZero());
        sessions.append(List.of(Progress.of("during", 1)));
        store.close();
        open(SqlPlace.API, clock);
        assertThat(store.staleness())
                .hasValueSatisfying(stale -> assertThat(stale.age()).isZero());
        assertThat(store.lag().values()).noneMatch(Duration::isNegative);
        clock.now = clock.now.plus(Duration.ofHours(2));
        assertThat(store.staleness())
                .hasValueSatisfying(stale -> assertThat(stale.age()).isPositive());

        resume();
        await().atMost(SOON).until(() -> stored(SESSIONS).size() == 2);
    }

    @Test
    void aStoreThatWasMadeAnewMeanwhileIsNotWrittenTo() throws IOException {
        pause("busy");
        var commit = "/Tables/remarks/_delta_log/00000000000000000001.json";
        var files = TestHomes.open(FABRIC, place).files();
        var text = new String(files.bytes(commit), java.nio.charset.StandardCharsets.UTF_8);
        files.newOutputFile(commit)
                .writeAtomically(
                        Utils.toCloseableIterator(
                                text.replace("\"op", "\" op").lines().iterator()),
                        true);

        line.faults("{}");

        await().atMost(SOON)
                .until(() -> store.staleness()
                        .filter(stale -> stale.reason().contains("remarks has moved on"))
                        .isPresent());
        assertThatThrownBy(() -> remarks.append(List.of(new Remark("during", "b"))))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.sentence()).contains("restart this server"));
    }

    @Test
    void aFolderThatCannotBeHadCostsTheCopiesAndNothingElse() throws IOException {
        var file = Files.writeString(folder.resolve("a-file"), "in the way");
        var home = TestHomes.open(FABRIC, place);

        assertThat(TestCopies.around(home, file.resolve("onelake"))).isSameAs(home);
    }

    @Test
    void aJournalThatCannotBeReadIsNotPassedOver() throws IOException {
        store.close();
        var journals = journal().getParent();
        Files.move(journals, folder.resolve("moved"));
        Files.writeString(journals, "in the way");

        assertThatThrownBy(() -> open(SqlPlace.API)).isInstanceOfSatisfying(PortalException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
            assertThat(e.sentence()).contains("cannot be opened", "the right to read and write");
        });
    }
}
