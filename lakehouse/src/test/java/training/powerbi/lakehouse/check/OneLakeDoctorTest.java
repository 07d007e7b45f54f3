package training.powerbi.lakehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;
import training.powerbi.lakehouse.open.TestStore;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// The doctor of a store in a lakehouse.
class OneLakeDoctorTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private static OpenLakehouse open(OneLakePlace place) {
        return TestStore.open(TestHomes.open(FABRIC, place), Duration.ofHours(1), Clock.systemUTC());
    }

    private static StoreDoctor doctor(OneLakePlace place) {
        return new StoreDoctor(TestHomes.open(FABRIC, place), Clock.systemUTC());
    }

    /// One commit for each film.
    private static OneLakePlace lakehouseWithFilms(int count) throws IOException {
        var place = FABRIC.lakehouse();
        try (var store = open(place)) {
            var films = store.table(Films.TABLE);
            for (var number = 1; number <= count; number++) {
                var film = Films.film(number);
                store.blobs().put(new BlobName(film.file()), Films.content(number));
                films.append(List.of(film));
            }
        }
        return place;
    }

    private static byte[] bytes(LakehouseBlobs blobs, String path) throws IOException {
        return blobs.read(path, 0, Integer.MAX_VALUE, "");
    }

    /// The data file that the version brought.
    private static String added(LakehouseBlobs blobs, int version) throws IOException {
        var entry = new String(bytes(blobs, entry(version)), StandardCharsets.UTF_8);
        for (var line : entry.lines().toList()) {
            var path = JsonMapper.shared().readTree(line).at("/add/path");
            if (path.isString()) {
                return "/Tables/films/" + path.asString();
            }
        }
        throw new IOException("Version " + version + " brought no file");
    }

    private static String entry(int version) {
        return "/Tables/films/_delta_log/%020d.json".formatted(version);
    }

    @Test
    void aSoundStoreIsSaidToBeSoundBesideAServerAtWork() throws IOException {
        var place = lakehouseWithFilms(2);
        try (var running = open(place)) {
            assertThat(running.table(Films.TABLE).snapshot().size()).isEqualTo(2);
            var findings = doctor(place).check(Films.SOURCES);
            assertThat(findings.all()).isEmpty();
            assertThat(findings.commits()).isEqualTo(3);
            assertThat(findings.blobs()).isEqualTo(2);
        }
    }

    @Test
    void aLostDataFileAndADamagedFilmAreToldAndTheTableGoesBackWhenAgreedTo() throws IOException {
        var place = lakehouseWithFilms(3);
        var blobs = TestHomes.blobs(FABRIC, place);
        var lost = added(blobs, 3);
        blobs.delete(lost);
        try (var store = TestHomes.open(FABRIC, place).lease()) {
            var damaged = Films.content(1);
            damaged[3] ^= 1;
            store.blobs().put(new BlobName(Films.film(1).file()), damaged);
        }

        var found = doctor(place).check(Films.SOURCES);
        assertThat(found.isSound()).isFalse();
        assertThat(found.all()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.MISSING);
            assertThat(finding.sentence()).contains("Table films", lost.substring(lost.lastIndexOf('/') + 1));
        });

        var planned = doctor(place).repair(Films.SOURCES, false);
        assertThat(planned.done()).isFalse();
        assertThat(planned.steps())
                .singleElement()
                .asString()
                .contains("from version 3 to version 2", "1 commit is lost");
        assertThat(blobs.find(entry(3))).as("nothing was changed").isPresent();

        var done = doctor(place).repair(Films.SOURCES, true);
        assertThat(done.steps()).isEqualTo(planned.steps());
        assertThat(done.beyond()).singleElement().asString().contains("Film f1");
        assertThat(blobs.find(entry(3))).isEmpty();
        assertThat(blobs.find(entry(3) + ".damaged")).isPresent();
        var left = doctor(place).check(Films.SOURCES).all();
        assertThat(left).filteredOn(Finding::isHarm).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.DAMAGED);
            assertThat(finding.sentence()).contains("Film f1");
        });
        try (var store = open(place)) {
            assertThat(store.table(Films.TABLE).snapshot().rows())
                    .containsExactlyInAnyOrder(Films.film(1), Films.film(2));
        }
    }

    @Test
    void aTornEntryAndADamagedDataFileAreTold() throws IOException {
        var place = lakehouseWithFilms(2);
        var blobs = TestHomes.blobs(FABRIC, place);
        var file = added(blobs, 1);
        var damaged = bytes(blobs, file);
        damaged[damaged.length / 2] ^= 1;
        blobs.put(file, damaged);
        var entry = bytes(blobs, entry(2));
        blobs.put(entry(2), Arrays.copyOf(entry, entry.length / 2));

        assertThat(doctor(place).check(Films.SOURCES).all())
                .filteredOn(Finding::isHarm)
                .extracting(Finding::sentence)
                .anyMatch(sentence -> sentence.contains("films") && sentence.contains("version 2"));
        // Version 1 needs the damaged file too: the table as it was made is all that is whole.
        assertThat(doctor(place).repair(Films.SOURCES, true).steps().toString())
                .contains("to version 0", "2 commits are lost");
        assertThat(doctor(place).check(Films.SOURCES).isSound()).isTrue();
    }
}
