package training.powerbi.server.material.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.testing.FolderBlobs;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Archives of every kind of malice: each is refused with a sentence, and the store is as it was.
class DeckStoreTest {
    private static final String DECK = "00000000-0000-0000-0000-000000000001";
    private static final BlobName ARCHIVE = BlobName.of("staging", "archive");
    private static final int MEGA = 1024 * 1024;

    @TempDir
    private Path folder;

    private BlobStore blobs;
    private DeckStore decks;

    @BeforeEach
    void open() throws IOException {
        blobs = FolderBlobs.in(folder.resolve("Files"));
        decks = new DeckStore(blobs, new DeckLimits(2_000, 16L * MEGA, 50, 4L * MEGA));
    }

    @Test
    void unpacksPagesPicturesAndFolders() {
        var deck = unpack(new Zip()
                .file("index.html", "<img src='img/first page.png'>")
                .file("img/first page.png", new byte[] {1, 2, 3})
                .file("Übung/größe_1.css", "body {}")
                .file("empty.txt", "")
                .bytes());

        assertThat(deck.entry().path()).isEqualTo("index.html");
        assertThat(content(deck, "img/first page.png")).containsExactly(1, 2, 3);
        assertThat(content(deck, "Übung/größe_1.css"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("body {}");
        assertThat(content(deck, "empty.txt")).isEmpty();
        assertThat(StoredDeck.of(deck.address())).contains(deck);
    }

    @Test
    void takesWhatOrdinaryToolsMake() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name :
                    List.of("deck/", "deck/index.html", "deck/img/", "deck/img/a.svg", "__MACOSX/deck/._a.svg")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }

        var deck = unpack(bytes.toByteArray());

        assertThat(deck.entry().path()).isEqualTo("deck/index.html");
        assertThat(blobs.list(deck.folder())).hasSize(2);
        assertThat(StoredDeck.of(deck.address())).contains(deck);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.html",
                "a/../../evil.html",
                "/etc/cron.d/evil",
                "C:/evil.html",
                "C:\\evil.html",
                "..\\evil.html",
                "a//b.html",
                "a/.",
                "a\u0000.html",
                "a\nb.html",
                "a\u202Egnp.html",
                " /a.html",
                "a;b.html",
                "100%.html",
                "a?b.html",
                "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/29/30/31/32/33.html"
            })
    void aNameThatLeadsElsewhereOrFitsNoAddressIsRefused(String name) {
        assertRefused(new Zip().file("index.html", "x").file(name, "evil").bytes(), ErrorCode.BAD_USER_INPUT, "name");
        assertThat(folder.resolve("evil.html")).doesNotExist();
    }

    @Test
    void aRefusalNamesTheFileAndTheRule() {
        assertRefused(
                new Zip()
                        .file("index.html", "x")
                        .file("img/50% Rabatt.png", "x")
                        .bytes(),
                ErrorCode.BAD_USER_INPUT,
                "'img/50% Rabatt.png' has the character %");
        assertRefused(
                new Zip().file("index.html", "x").link("css/a", "/etc").bytes(), ErrorCode.BAD_USER_INPUT, "'css/a'");
    }

    @Test
    void aNameOf5000CharactersIsRefused() {
        assertRefused(
                new Zip().file("index.html", "x").file("a".repeat(5_000), "x").bytes(),
                ErrorCode.BAD_USER_INPUT,
                "name");
    }

    @Test
    void linksAreRefused() {
        assertRefused(
                new Zip()
                        .file("index.html", "x")
                        .link("img", "/etc")
                        .file("img2/passwd", "x")
                        .bytes(),
                ErrorCode.BAD_USER_INPUT,
                "links");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "A.html", "a.HTML"})
    void twoFilesOfOneNameAreRefused(String second) {
        assertRefused(
                new Zip()
                        .file("index.html", "x")
                        .file("a.html", "1")
                        .file(second, "2")
                        .bytes(),
                ErrorCode.BAD_USER_INPUT,
                "two files");
    }

    @Test
    void aFileThatIsAFolderTooIsRefused() {
        assertRefused(
                new Zip()
                        .file("index.html", "x")
                        .file("a", "1")
                        .file("A/b", "2")
                        .bytes(),
                ErrorCode.BAD_USER_INPUT,
                "folder of the same name");
    }

    @Test
    void tenThousandFilesAreRefusedBeforeOneIsWritten() {
        var zip = new Zip().file("index.html", "x");
        for (int i = 0; i < 10_000; i++) {
            zip.file("f/" + i, "");
        }

        assertRefused(zip.bytes(), ErrorCode.TOO_LARGE, "2000 files");
    }

    @Test
    void aBombIsRefusedByWhatItClaims() {
        assertRefused(
                new Zip()
                        .file("index.html", "x")
                        .file("zeros", new byte[15 * MEGA])
                        .bytes(),
                ErrorCode.TOO_LARGE,
                "4 MiB");
    }

    @Test
    void aBombThatClaimsToBeSmallIsStoppedAsItUnpacks() {
        assertRefused(
                new Zip()
                        .file("index.html", "x")
                        .claimingSize("zeros", new byte[15 * MEGA], 10)
                        .bytes(),
                ErrorCode.TOO_LARGE,
                "4 MiB");
    }

    @Test
    void moreThanTheLimitIsRefusedHoweverWellItIsPacked() {
        byte[] noise = new byte[17 * MEGA];
        new Random(1).nextBytes(noise);

        assertRefused(new Zip().file("index.html", "x").file("noise", noise).bytes(), ErrorCode.TOO_LARGE, "16 MiB");
    }

    @Test
    void whatIsNotWhatItClaimsIsRefused() {
        assertRefused(
                new Zip().claimingSize("index.html", new byte[100], 99).bytes(), ErrorCode.BAD_USER_INPUT, "damaged");
        assertRefused(
                new Zip().underAnotherName("index.html", "other.html", "x").bytes(),
                ErrorCode.BAD_USER_INPUT,
                "damaged");
        assertRefused(new Zip().encrypted("index.html", "x").bytes(), ErrorCode.BAD_USER_INPUT, "password");
    }

    @Test
    void anArchiveWithoutAFirstPageIsRefused() {
        assertRefused(new Zip().file("page.html", "x").bytes(), ErrorCode.BAD_USER_INPUT, "no index.html");
        assertRefused(new Zip().bytes(), ErrorCode.BAD_USER_INPUT, "no index.html");
    }

    @Test
    void anArchiveCutAnywhereOrWithAWrongByteNeverLeavesAnything() {
        byte[] whole = new Zip()
                .file("index.html", "<h1>Hello</h1>")
                .file("a/b.css", "b{}".repeat(100))
                .bytes();
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] broken = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (i % 2 == 1) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                unpack(broken);
                decks.delete(DECK);
            } catch (PortalException refused) {
                assertThat(refused.code()).isIn(ErrorCode.BAD_USER_INPUT, ErrorCode.TOO_LARGE);
            }
            assertThat(blobs.list(StoredDeck.FOLDER)).as("case " + i).isEmpty();
        }
    }

    private void assertRefused(byte[] archive, ErrorCode code, String word) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> unpack(archive))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.sentence()).contains(word);
                });
        assertThat(blobs.list(StoredDeck.FOLDER)).isEmpty();
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("Files"));
    }

    private StoredDeck unpack(byte[] archive) {
        blobs.put(ARCHIVE, archive);
        return decks.unpack(DECK, blobs.find(ARCHIVE).orElseThrow());
    }

    private byte[] content(StoredDeck deck, String path) {
        var blob = blobs.find(deck.blob(DeckPath.of(path).orElseThrow())).orElseThrow();
        try {
            return Files.readAllBytes(blob.file().orElseThrow());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
