package training.powerbi.site.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where reports wait, without a player.
class OutboxIT {
    @RegisterExtension
    static final PlayerStage STAGE = new PlayerStage();

    /// `online` tells the outbox that the network is back; `failure` is what sending fails with, null when it works.
    private static final String PREPARE = """
            async () => {
              const { createOutbox } = await import('/js/player/outbox.js');
              Object.assign(globalThis, { createOutbox, sent: [], failure: { code: 'UNREACHABLE', retryable: true } });
              globalThis.send = async report => {
                if (failure) throw Object.assign(new Error('refused'), failure);
                sent.push(report);
              };
              globalThis.open = user => createOutbox(user, send);
              globalThis.entry = (recordingId, at, positionSeconds, ...watched) => ({ recordingId, positionSeconds, at,
                watched: watched.map(([fromSeconds, toSeconds]) => ({ fromSeconds, toSeconds })) });
            }
            """;

    @BeforeEach
    void prepare() {
        STAGE.page().clock().install();
        STAGE.open();
        STAGE.page().evaluate(PREPARE);
    }

    private static Object run(String body) {
        return STAGE.page().evaluate("async () => { " + body + " }");
    }

    @Test
    void reportsOfOneRecordingAreMergedUnderTheNewestPosition() {
        var sent = run("""
                const box = open('ada');
                box.add(entry('a', '2026-01-05T10:00:10Z', 10, [0, 10]));
                box.add(entry('b', '2026-01-05T10:00:20Z', 5, [0, 5]));
                box.add(entry('a', '2026-01-05T10:00:30Z', 25, [10, 20], [24, 25]));
                box.add(entry('a', '2026-01-05T10:00:05Z', 3, [2, 3]));
                failure = null;
                await box.flush();
                return JSON.stringify(sent.map(r => [r.recordingId, r.positionSeconds, r.watched.map(w => [w.fromSeconds, w.toSeconds])]));
                """);

        assertThat(sent).isEqualTo("[[\"b\",5,[[0,5]]],[\"a\",25,[[0,20],[24,25]]]]");
    }

    @Test
    void nobodyElsesReportsAreSent() {
        run("const box = open('ada'); box.add(entry('a', '2026-01-05T10:00:10Z', 10, [0, 10])); box.close();");
        var sent = run("failure = null; await open('eve').flush(); return sent.length;");
        var later = run("await open('ada').flush(); return sent.length;");

        assertThat(List.of(sent, later)).isEqualTo(List.of(0, 1));
    }

    @Test
    void whatComesWhileSendingStays() {
        var waiting = run("""
                const box = open('ada');
                box.add(entry('a', '2026-01-05T10:00:10Z', 10, [0, 10]));
                const slow = globalThis.send;
                failure = null;
                let more = true;
                const other = createOutbox('ada', async report => {
                  if (more) box.add(entry('a', '2026-01-05T10:00:20Z', 20, [10, 20]));
                  more = false;
                  await slow(report);
                });
                await other.flush();
                const left = box.size();
                await other.flush();
                return [left, box.size(), sent.at(-1).watched[0].toSeconds];
                """);

        assertThat(waiting).isEqualTo(List.of(1, 0, 20));
    }

    @Test
    void aReportThatCanNeverBeTakenMakesRoomForTheOthers() {
        var left = run("""
                const box = open('ada');
                box.add(entry('a', '2026-01-05T10:00:10Z', 10, [0, 10]));
                box.add(entry('b', '2026-01-05T10:00:10Z', 10, [0, 10]));
                failure = { code: 'RECORDING_NOT_FOUND', retryable: false };
                await box.flush();
                return box.size();
                """);

        assertThat(left).isEqualTo(0);
    }

    @Test
    void itTriesAgainByItselfWithGrowingPauses() {
        run("globalThis.box = open('ada'); globalThis.tries = 0; const plain = send;"
                + " globalThis.counting = createOutbox('bob', async r => { tries++; return plain(r); });"
                + " counting.add(entry('a', '2026-01-05T10:00:10Z', 10, [0, 10]));");
        for (int second = 0; second < 60; second++) {
            STAGE.page().clock().runFor(1_000);
        }
        int tries = (int) STAGE.page().evaluate("() => tries");
        run("failure = null;");
        STAGE.page().waitForCondition(() -> {
            STAGE.page().clock().runFor(5_000);
            return STAGE.page().evaluate("() => sent.length").equals(1);
        });

        assertThat(tries).isBetween(2, 5);
    }

    @Test
    void aServerThatNamesAPauseIsNotAskedBeforeItIsOver() {
        run("globalThis.tries = 0;"
                + " failure = { code: 'TOO_MANY_REQUESTS', retryable: true, retryAfter: 120 };"
                + " globalThis.box = createOutbox('ada', async r => { tries++; return send(r); });"
                + " box.add(entry('a', '2026-01-05T10:00:10Z', 10, [0, 10])); await box.flush();");
        // The page's clock goes on by itself too, and a busy machine takes its time.
        for (int second = 0; second < 60; second++) {
            STAGE.page().clock().runFor(1_000);
        }
        run("dispatchEvent(new Event('online')); await box.flush();"
                + " box.add(entry('a', '2026-01-05T10:00:20Z', 20, [10, 20]));");
        assertThat(run("return tries;")).isEqualTo(1);
        assertThat(run("return box.resting();")).isEqualTo(true);

        run("failure = null;");
        STAGE.page().waitForCondition(() -> {
            STAGE.page().clock().runFor(5_000);
            return STAGE.page().evaluate("() => sent.length").equals(1);
        });
        assertThat(run("return [tries, box.size(), sent[0].positionSeconds];")).isEqualTo(List.of(2, 0, 20));
    }

    @Test
    void fiveHundredRecordingsAndIntervalsAreKeptAtMost() {
        var sizes = run("""
                const box = open('ada');
                const many = Array.from({ length: 700 }, (_, i) => [3 * i, 3 * i + (i % 2 ? 2 : 1)]);
                box.add(entry('a', '2026-01-05T10:00:10Z', 10, ...many));
                for (let i = 0; i < 600; i++) box.add(entry(`r${i}`, '2026-01-05T10:00:10Z', 1, ...(i === 599 ? many : [])));
                box.add(entry('r599', '2026-01-05T10:00:11Z', 2, [5000, 5001]));
                failure = null;
                await box.flush();
                return [sent.length, sent.at(-1).watched.length];
                """);

        assertThat(sizes).isEqualTo(List.of(500, 500));
    }

    @Test
    void withoutStorageTheyAreKeptAsLongAsThePage() {
        var result = run("""
                Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
                const box = open('ada');
                box.add(entry('a', '2026-01-05T10:00:10Z', 10, [0, 10]));
                box.add(entry('b', '2026-01-05T10:00:10Z', 10, [0, 10]));
                const kept = box.size();
                failure = null;
                await box.flush();
                return [kept, sent.length, box.size()];
                """);

        assertThat(result).isEqualTo(List.of(2, 2, 0));
    }

    @Test
    void whatSomebodyElseWroteThereIsNoHarm() {
        var sizes = run("""
                localStorage.setItem('portal.outbox.ada', '{not json');
                localStorage.setItem('portal.outbox.bob', '[null, 5, {"recordingId": "x"}]');
                return [open('ada').size(), open('bob').size()];
                """);

        assertThat(sizes).isEqualTo(List.of(0, 0));
    }

    @Test
    void listenersHearHowManyWait() {
        var heard = run("""
                const box = open('ada');
                const counts = [];
                box.onChange(count => counts.push(count));
                box.add(entry('a', '2026-01-05T10:00:10Z', 10, [0, 10]));
                failure = null;
                dispatchEvent(new Event('online'));
                await box.flush();
                return counts;
                """);

        assertThat(heard).isEqualTo(List.of(1, 0));
    }
}
