package training.powerbi.lakehouse.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;

/// A store whose tables and files name each other: a line tells of an account's newest balance and of a file.
final class Ledger implements AutoCloseable {
    /// An account after so many lines.
    record Account(String id, int lines) {}

    /// One line of an account; `file` is written before it.
    record Line(String id, String account, int number, String file) {}

    static final TableDefinition<String, Account> ACCOUNTS = TableDefinition.of("accounts", Account.class, Account::id);
    static final TableDefinition<String, Line> LINES = TableDefinition.of("lines", Line.class, Line::id);

    final OpenLakehouse store;
    final DeltaTable<String, Account> accounts;
    final DeltaTable<String, Line> lines;

    private final List<Thread> writers = new ArrayList<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Map<String, AtomicInteger> written = new ConcurrentHashMap<>();

    Ledger(OpenLakehouse store) {
        this.store = store;
        this.accounts = store.table(ACCOUNTS);
        this.lines = store.table(LINES);
    }

    static Ledger in(Path folder) {
        return new Ledger(training.powerbi.lakehouse.open.TestStore.open(folder));
    }

    /// The account first, then the file, then the line that names both.
    void write(String account, int number) {
        accounts.append(List.of(new Account(account, number)));
        var file = "files/" + account + "-" + number;
        store.blobs().put(new BlobName(file), content(file));
        lines.append(List.of(new Line(account + " " + number, account, number, file)));
    }

    static byte[] content(String file) {
        return ("The content of " + file).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    void startWriters(int count) {
        for (var writer = 0; writer < count; writer++) {
            var account = "account-" + writer;
            var done = new AtomicInteger();
            written.put(account, done);
            writers.add(Thread.ofVirtual().start(() -> {
                while (!enough.get()) {
                    write(account, done.get() + 1);
                    done.incrementAndGet();
                }
            }));
        }
    }

    /// Lines acknowledged so far, by account.
    Map<String, Integer> acknowledged() {
        var counts = new HashMap<String, Integer>();
        written.forEach((account, done) -> counts.put(account, done.get()));
        return counts;
    }

    /// Waits until so many more lines are acknowledged.
    void awaitMore(int more) {
        var least = sum() + more;
        await().atMost(Duration.ofMinutes(2)).until(() -> sum() >= least);
    }

    private int sum() {
        return acknowledged().values().stream().mapToInt(Integer::intValue).sum();
    }

    /// This is what another ledger was at one instant while a backup of it was made.
    ///
    /// @param before what was acknowledged when it began
    /// @param after what was when it had ended
    void assertIsCut(BackupReport report, Map<String, Integer> before, Map<String, Integer> after) throws IOException {
        assertThat(accounts.snapshot().version()).isEqualTo(report.tables().get("accounts"));
        assertThat(lines.snapshot().version()).isEqualTo(report.tables().get("lines"));
        var found = lines.snapshot().rows().collect(Collectors.groupingBy(Line::account));
        before.forEach((account, acknowledged) -> {
            var own = found.getOrDefault(account, List.of()).stream()
                    .mapToInt(Line::number)
                    .sorted()
                    .toArray();
            // All that was acknowledged before it began, none left out in between …
            assertThat(own.length).isGreaterThanOrEqualTo(acknowledged);
            assertThat(own[own.length - 1]).isEqualTo(own.length);
            // … nothing that was begun after it had ended …
            assertThat(own.length).isLessThanOrEqualTo(after.getOrDefault(account, 0) + 1);
            // … and between the tables no more than the one step that was under way.
            var stands = accounts.snapshot().find(account).orElseThrow().lines();
            assertThat(stands - own.length).isBetween(0, 1);
        });
        for (var line : lines.snapshot().rows().toList()) {
            var file = store.blobs().find(new BlobName(line.file())).orElseThrow();
            try (var bytes = Channels.newInputStream(file.open())) {
                assertThat(bytes.readAllBytes()).isEqualTo(content(line.file()));
            }
        }
    }

    void stopWriters() throws InterruptedException {
        enough.set(true);
        for (var writer : writers) {
            writer.join();
        }
    }

    static int hash(TableSnapshot<?, ? extends Record> rows) {
        return rows.rows().mapToInt(Record::hashCode).sum();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
