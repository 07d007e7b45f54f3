package training.powerbi.lakehouse.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.files.local.LocalHome;
import training.powerbi.lakehouse.log.TornCommitException;
import training.powerbi.lakehouse.open.TestStore;
import training.powerbi.model.error.PortalException;

/// What the doctor finds, and takes out. `-Ddoctor.damages` is how many damages of each kind are tried.
class StoreDoctorTest {
    private static final int TRIALS = Integer.getInteger("doctor.damages", 1);
    private static final long SEED = Long.getLong("doctor.seed", 1);
    private static final int COMMITS = 104;

    @TempDir
    private static Path model;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeModel() throws Exception {
        try (var store = TestStore.open(model)) {
            var films = store.table(Films.TABLE);
            for (var number = 1; number <= COMMITS; number++) {
                var film = Films.film(number % 7);
                // Never the same twice: what changes nothing is not committed.
                films.append(List.of(new Films.Film(film.id(), film.title(), number, film.file(), film.sha256())));
            }
            for (var number = 0; number < 7; number++) {
                store.blobs().put(new BlobName(Films.film(number).file()), Films.content(number));
            }
        }
    }

    private Path copy(String name) throws IOException {
        var target = folder.resolve(name);
        try (var files = Files.walk(model)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = target.resolve(model.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return target;
    }

    private static StoreDoctor doctor(Path store) {
        return StoreDoctor.of(store, Clock.systemUTC());
    }

    private static Path log(Path store) {
        return store.resolve("Tables/films/_delta_log");
    }

    private static Path entry(Path store, int version) {
        return log(store).resolve("%020d.json".formatted(version));
    }

    /// What a reader sees of the store: its rows, and the files they name.
    private static Map<String, String> content(Path store) throws IOException {
        var found = new TreeMap<String, String>();
        try (var opened = TestStore.open(store)) {
            for (var film : opened.table(Films.TABLE).snapshot().rows().toList()) {
                var blob = opened.blobs().find(new BlobName(film.file())).orElseThrow();
                found.put(
                        film.toString(),
                        Arrays.toString(Files.readAllBytes(blob.file().orElseThrow())));
            }
        }
        return found;
    }

    @Test
    void aSoundStoreIsSaidToBeSoundInNumbers() throws Exception {
        var store = copy("store");
        try (var running = TestStore.open(store)) {
            // Beside a server at work, and again.
            assertThat(running.table(Films.TABLE).snapshot().size()).isEqualTo(7);
            var findings = doctor(store).check(Films.SOURCES);
            assertThat(doctor(store).check(Films.SOURCES).all()).isEqualTo(findings.all());
            assertThat(findings.all()).isEmpty();
            assertThat(findings.tables()).isEqualTo(1);
            assertThat(findings.commits()).isEqualTo(COMMITS + 1);
            assertThat(findings.checkpoints()).isPositive();
            assertThat(findings.blobs()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource(Damages.class)
    void eachDamageIsToldOrDoesNoHarm(Damages damage) throws Exception {
        var whole = content(copy("whole"));
        for (var trial = 0; trial < TRIALS; trial++) {
            var store = copy("store-" + trial);
            var random = new Random(SEED * 1_000 + trial);
            var files = new ArrayList<Path>();
            try (var all = Files.walk(store)) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
            damage.strike(files, random);
            var findings = doctor(store).check(Films.SOURCES);
            if (findings.isSound()) {
                assertThat(content(store))
                        .as("%s, trial %s, not told", damage, trial)
                        .isEqualTo(whole);
            } else {
                assertThat(findings.all())
                        .extracting(Finding::sentence)
                        .allMatch(sentence -> sentence.matches("(?s)(Table films|Film f\\d|\\d+ files?).*"));
                repairTellsTheTruth(store, damage + ", trial " + trial);
            }
        }
    }

    /// After a repair that says it is complete, the store opens and the doctor finds nothing.
    private static void repairTellsTheTruth(Path store, String what) throws IOException {
        var planned = doctor(store).repair(Films.SOURCES, false);
        var done = doctor(store).repair(Films.SOURCES, true);
        assertThat(done.steps()).as(what).isEqualTo(planned.steps());
        if (done.beyond().isEmpty()) {
            assertThat(doctor(store).check(Films.SOURCES).all()).as(what).noneMatch(Finding::isHarm);
            assertThat(content(store)).as(what).isNotEmpty();
        }
    }

    @Test
    void withoutBeingToldToARepairChangesNothing() throws Exception {
        var store = copy("store");
        Files.writeString(entry(store, COMMITS), "{\"commitInfo\":");
        assertThatThrownBy(() -> content(store)).isInstanceOf(TornCommitException.class);

        assertThat(doctor(store).check(Films.SOURCES).all())
                .extracting(Finding::sentence)
                .contains("Table films: entry " + COMMITS + " of its log cannot be read: it ends too early.");
        var plan = doctor(store).repair(Films.SOURCES, false);
        assertThat(plan.done()).isFalse();
        assertThat(plan.steps())
                .singleElement()
                .asString()
                .contains("films", "from version " + COMMITS + " to version " + (COMMITS - 1), "1 commit is lost");
        assertThat(entry(store, COMMITS)).hasContent("{\"commitInfo\":");

        assertThat(doctor(store).repair(Films.SOURCES, true).done()).isTrue();
        assertThat(content(store)).hasSize(7);
        assertThat(doctor(store).check(Films.SOURCES).isSound()).isTrue();
        assertThat(doctor(store).repair(Films.SOURCES, true).steps()).isEmpty();
    }

    @Test
    void aLostDataFileSendsTheTableBackToWhereItWasWhole() throws Exception {
        var store = copy("store");
        try (var opened = TestStore.open(store)) {
            opened.table(Films.TABLE)
                    .append(List.of(
                            Films.film(1),
                            new Films.Film(
                                    "new",
                                    "New",
                                    1,
                                    Films.film(1).file(),
                                    Films.film(1).sha256())));
        }
        var newest = added(store, COMMITS + 1);
        Files.delete(newest);

        var findings = doctor(store).check(Films.SOURCES);
        assertThat(findings.all())
                .anySatisfy(finding -> assertThat(finding.sentence())
                        .contains(newest.getFileName().toString(), "missing"));
        assertThat(doctor(store).repair(Films.SOURCES, true).steps())
                .singleElement()
                .asString()
                .contains("1 commit is lost");
        assertThat(content(store)).hasSize(7);
    }

    /// The data file that the version brought.
    private static Path added(Path store, int version) throws IOException {
        for (var line : Files.readAllLines(entry(store, version))) {
            var path = tools.jackson.databind.json.JsonMapper.shared()
                    .readTree(line)
                    .at("/add/path");
            if (path.isString()) {
                return store.resolve("Tables/films").resolve(path.asString());
            }
        }
        throw new IOException("Version " + version + " brought no file");
    }

    @Test
    void aRunningServerKeepsARepairOff() throws Exception {
        var store = copy("store");
        try (var running = TestStore.open(store)) {
            assertThat(running.table(Films.TABLE).snapshot().size()).isEqualTo(7);
            for (var agreed : new boolean[] {false, true}) {
                assertThatThrownBy(() -> doctor(store).repair(Films.SOURCES, agreed))
                        .isInstanceOf(PortalException.class)
                        .hasMessageContaining("Another portal server");
            }
        }
        assertThat(doctor(store).repair(Films.SOURCES, true).steps()).isEmpty();
    }

    @Test
    void ofTwoDoctorsAtOnceOneRepairsAndTheOtherDoesNothing() throws Exception {
        var store = copy("store");
        Files.writeString(entry(store, COMMITS), "{\"commitInfo\":");
        var outcomes = new ConcurrentLinkedQueue<String>();
        var together = new CountDownLatch(1);
        try (var doctors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < 2; number++) {
                var _ = doctors.submit(() -> {
                    together.await();
                    try {
                        var plan = doctor(store).repair(Films.SOURCES, true);
                        return outcomes.add(plan.steps().isEmpty() ? "nothing" : "repaired");
                    } catch (PortalException e) {
                        return outcomes.add(e.sentence());
                    }
                });
            }
            together.countDown();
        }
        // The other came while the first had the store, or after it.
        assertThat(outcomes).hasSize(2).containsOnlyOnce("repaired");
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals("repaired"))
                .singleElement()
                .asString()
                .containsAnyOf("nothing", "Another portal server");
        assertThat(doctor(store).check(Films.SOURCES).isSound()).isTrue();
        assertThat(content(store)).hasSize(7);
    }

    @Test
    void aRepairIsRefusedWhileAnotherHasTheStore() throws Exception {
        var store = copy("store");
        try (var other = new LocalHome(store).lease()) {
            assertThat(other.blobs()).isNotNull();
            assertThatThrownBy(() -> doctor(store).repair(Films.SOURCES, true))
                    .isInstanceOf(PortalException.class)
                    .hasMessageContaining("Another portal server");
            assertThat(doctor(store).check(Films.SOURCES).isSound()).isTrue();
        }
    }

    @Test
    void damagedAndMissingFilesBesideTheTablesAreNamed() throws Exception {
        var store = copy("store");
        Files.delete(store.resolve("Files/films/f1.mp4"));
        Files.writeString(store.resolve("Files/films/f2.mp4"), "another film");
        var orphan = Files.writeString(store.resolve("Files/films/old.mp4"), "of nobody");
        Files.setLastModifiedTime(
                orphan,
                java.nio.file.attribute.FileTime.from(java.time.Instant.now().minusSeconds(200_000)));

        var findings = doctor(store).check(Films.SOURCES);
        assertThat(findings.isSound()).isFalse();
        assertThat(findings.all())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Finding.Kind.MISSING, Finding.Kind.DAMAGED, Finding.Kind.ORPHANED);
        assertThat(findings.all().toString()).contains("Film f1", "Film f2", "films/old.mp4");
        assertThat(doctor(store).repair(Films.SOURCES, true).beyond()).hasSize(2);
    }

    @Test
    void filesWithoutASumAreReadRowByRow() throws Exception {
        var store = copy("store");
        for (var version = 0; version <= COMMITS; version++) {
            var text = Files.readString(entry(store, version));
            Files.writeString(entry(store, version), text.replaceAll("\"portal.crc32c\":\"[0-9a-f]{8}\"", ""));
        }
        assertThat(doctor(store).check(Films.SOURCES).all()).isEmpty();
        var newest = added(store, COMMITS);
        var bytes = Files.readAllBytes(newest);
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
        Files.write(newest, bytes);
        assertThat(doctor(store).check(Films.SOURCES).all().toString())
                .contains(newest.getFileName().toString());
    }

    @Test
    void whereThereIsNoStoreItSaysSo() {
        assertThatThrownBy(() -> doctor(folder.resolve("none")).check(Films.SOURCES))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("PORTAL_DATA_DIR");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
