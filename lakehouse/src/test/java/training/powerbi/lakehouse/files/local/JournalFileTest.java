package training.powerbi.lakehouse.files.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final List<String> RECORDS = List.of("first", "", "second, with ä", "x".repeat(300));

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsCutAnywhereIsReadUpToItsLastWholeRecordAndGoesOnFromThere() throws IOException {
        var ends = new ArrayList<Long>();
        var file = folder.resolve("a.journal");
        try (var journal = new JournalFile(file)) {
            for (var each : RECORDS) {
                journal.append(bytes(each));
                ends.add(journal.size());
            }
        }
        var whole = Files.readAllBytes(file);

        for (var cut = 0; cut <= whole.length; cut++) {
            var torn = folder.resolve("torn.journal");
            Files.write(torn, Arrays.copyOf(whole, cut));
            var kept = kept(ends, cut);
            try (var journal = new JournalFile(torn)) {
                assertThat(texts(journal)).as("cut at %d", cut).isEqualTo(RECORDS.subList(0, kept));
                journal.append(bytes("after"));
            }
            try (var journal = new JournalFile(torn)) {
                assertThat(texts(journal))
                        .as("gone on after %d", cut)
                        .hasSize(kept + 1)
                        .endsWith("after");
            }
        }
    }

    private static int kept(List<Long> ends, int cut) {
        return (int) ends.stream().filter(end -> end <= cut).count();
    }

    @Test
    void aRecordWithAnyDamagedByteIsNotTakenForWhole() throws IOException {
        var file = folder.resolve("a.journal");
        long first;
        try (var journal = new JournalFile(file)) {
            journal.append(bytes("first"));
            first = journal.size();
            journal.append(bytes("second"));
        }
        var whole = Files.readAllBytes(file);

        for (var at = (int) first; at < whole.length; at++) {
            var damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            try (var journal = new JournalFile(file)) {
                assertThat(texts(journal)).as("damaged at %d", at).containsExactly("first");
            }
        }
    }

    @Test
    void zerosAtTheEndAreNoRecords() throws IOException {
        var file = folder.resolve("a.journal");
        try (var journal = new JournalFile(file)) {
            journal.append(bytes("first"));
        }
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length + 64));

        try (var journal = new JournalFile(file)) {
            assertThat(texts(journal)).containsExactly("first");
        }
    }

    @Test
    void allRecordsAreReplacedAtOnce() throws IOException {
        var file = folder.resolve("a.journal");
        try (var journal = new JournalFile(file)) {
            journal.append(bytes("first"));
            journal.append(bytes("second"));
            journal.replace(List.of(bytes("both")));
            journal.append(bytes("third"));
        }

        try (var journal = new JournalFile(file)) {
            assertThat(texts(journal)).containsExactly("both", "third");
        }
    }

    @Test
    void aDiskThatIsFullRefusesAndKeepsWhatThereWas() throws IOException {
        var file = folder.resolve("a.journal");
        var disk = new FullDisk();
        try (var journal = new JournalFile(file, disk)) {
            journal.append(bytes("first"));
            for (var room = 0; room < 20; room++) {
                disk.room = room;
                assertThatThrownBy(() -> journal.append(bytes("x".repeat(20))))
                        .as("room for %d", room)
                        .hasMessageContaining("No space left");
                assertThat(Files.size(file)).isEqualTo(journal.size());
            }
            disk.room = Long.MAX_VALUE;
            journal.append(bytes("second"));
        }

        try (var journal = new JournalFile(file)) {
            assertThat(texts(journal)).containsExactly("first", "second");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(JournalFile journal) {
        return journal.found().stream()
                .map(each -> new String(each, StandardCharsets.UTF_8))
                .toList();
    }
}
