package training.powerbi.server.material.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.testing.ProcessorTime.assertAtMost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.testing.FolderBlobs;
import training.powerbi.server.testing.TinyVideos;

/// Archives as programs of every system write them: taken, and each file found as the slides name it.
class DecksOfProgramsTest {
    private static final String DECK = "00000000-0000-0000-0000-000000000001";
    private static final BlobName ARCHIVE = BlobName.of("staging", "archive");

    @TempDir
    private Path folder;

    private BlobStore blobs;
    private DeckStore decks;

    @BeforeEach
    void open() throws IOException {
        blobs = FolderBlobs.in(folder.resolve("Files"));
        decks = new DeckStore(blobs, DeckLimits.USUAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deck\\index.html | Deck\\css\\a.css | Deck/css/a.css
            ./index.html | ./css/a.css | css/a.css
            index.html | a/b/c/d/e/f/g/h/i/j/k/x.png | a/b/c/d/e/f/g/h/i/j/k/x.png
            index.html | img/Übersicht über Maßnahmen für Führungskräfte und Gründe.png | img/Übersicht über Maßnahmen für Führungskräfte und Gründe.png
            index.html | Img/Photo.PNG | img/photo.png
            Index.html | Ärger/Ö.css | ärger/ö.css
            index.html | img/می\u200Cخواهم.png | img/می\u200Cخواهم.png
            index.html | img/👩\u200D🏫.png | img/👩\u200D🏫.png
            index.html | img/soft\u00ADhyphen.png | img/soft\u00ADhyphen.png
            index.html | img/\uFEFFbom.png | img/\uFEFFbom.png
            """)
    void eachFileIsFoundAsTheSlidesNameIt(String page, String name, String wanted) {
        var deck = unpack(new Zip().file(page, "page").file(name, "found").bytes());

        assertThat(text(deck, wanted)).isEqualTo("found");
        assertThat(StoredDeck.of(deck.address())).contains(deck);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NFC", "NFD", "NFKC"})
    void namesAreFoundWhateverTheirNormalForm(Normalizer.Form form) {
        var name = "img/Übersicht.png";
        var deck = unpack(new Zip()
                .file("index.html", "page")
                .file(Normalizer.normalize(name, Normalizer.Form.NFD), "found")
                .bytes());

        assertThat(text(deck, Normalizer.normalize(name, form))).isEqualTo("found");
    }

    @Test
    void theLongestNamesAreKept() {
        var top = "一".repeat(200);
        var deck = unpack(new Zip()
                .file(top + "/index.html", "page")
                .file(top + "/" + "ü".repeat(190) + "/" + "字".repeat(190) + ".png", "found")
                .bytes());

        assertThat(text(deck, "ü".repeat(190) + "/" + "字".repeat(190) + ".png")).isEqualTo("found");
        assertThat(StoredDeck.of(deck.address())).contains(deck);
    }

    @Test
    void whatSystemsAddIsLeftOut() {
        var deck = unpack(new Zip()
                .file("deck/index.html", "page")
                .file("__MACOSX/deck/._50% x?.png", "x")
                .file("deck/._index.html", "x")
                .file("deck/.DS_Store", "x")
                .file("deck/img/Icon\r", "x")
                .file("deck/img/thumbs.DB", "x")
                .file("deck/@eaDir/a.jpg", "x")
                .file(".DS_Store", "x")
                .bytes());

        assertThat(deck.entry().path()).isEqualTo("deck/index.html");
        assertThat(blobs.list(deck.folder())).hasSize(1);
    }

    @Test
    void bytesBehindTheArchiveAreLeftAlone() {
        var archive = new Zip().file("index.html", "page").bytes();

        assertThat(text(unpack(TinyVideos.join(archive, new byte[500])), "index.html"))
                .isEqualTo("page");
        assertThat(text(unpack(TinyVideos.join(archive, new byte[300_000])), "index.html"))
                .isEqualTo("page");
        assertThat(text(
                        unpack(TinyVideos.join(archive, "PK\5\6 more".repeat(9).getBytes(StandardCharsets.US_ASCII))),
                        "index.html"))
                .isEqualTo("page");
    }

    @Test
    void theFormForLargeArchivesIsRead() {
        assertThat(text(unpack(new Zip().file("index.html", "page").largeBytes()), "index.html"))
                .isEqualTo("page");
    }

    @ParameterizedTest
    @CsvSource({
        "IBM437, größe.css",
        "IBM437, été à côté.css",
        "windows-1252, größe.css",
        "windows-1252, Übersicht – Maße.css",
        "windows-1252, café.css",
        "windows-31j, 画像.css",
        "windows-31j, レポート.css",
        "GBK, 图表.css",
        "GBK, 第一天 演示.css"
    })
    void namesInOldLettersAreRead(Charset letters, String named) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, letters)) {
            for (var name : new String[] {"index.html", named}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }

        assertThat(text(unpack(bytes.toByteArray()), named)).isEqualTo(named);
    }

    @Test
    void aNameThatCannotBeToldIsMissedWithTheReason() {
        var deck = unpack(new Zip()
                .file("index.html", "<img src='img/größe.png'><img src=b.png>")
                .file("img/gr÷▀e.png", "x")
                .bytes());

        assertThat(decks.warnings(deck))
                .satisfiesExactlyInAnyOrder(
                        lost -> assertThat(lost.reason()).contains("UTF-8"),
                        missing -> assertThat(missing.reason()).contains("Upload both"));
    }

    @Test
    void honestSlidesMayBePackedWell() {
        var deck = unpack(new Zip()
                .file("index.html", "page")
                .file("data.json", "{\"amount\": 100},\n".repeat(2_000_000))
                .bytes());

        assertThat(blobs.list(deck.folder())).hasSize(2);
    }

    @Test
    void whatWillNotLoadIsToldWhereverItStands() {
        var deck = unpack(new Zip()
                .file("index.html", """
                        <!-- <img src="https://commented.example/a.png"> -->
                        <link rel="canonical" href="https://course.example/"><a href="https://course.example/">x</a>
                        <link rel="stylesheet" href="//cdn.example/a.css?x&amp;y">
                        <script src='https://cdn.example/reveal.js'></script>
                        <script>const t = "<img src='https://in.script/'>";</script>
                        <img srcset="https://cdn.example/1.png 1x, img/2.png 2x" src=data:image/png;base64,AAAA>
                        <video poster="/dist/p.png"><source src="C:\\films\\a.mp4"></video>
                        <div style="background: url('http://cdn.example/bg.png')"></div>
                        <style>@import "https://fonts.example/css"; /* url(https://no.example/) */ b { background: url( img/2.png ) }</style>
                        <iframe src="https://app.powerbi.com/view?r=x"></iframe><object data="file:///a.pdf"></object>
                        <img src="img/2.png?v=1#x"><img src="%C3%BC.png"><img src="../outside.png">
                        """)
                .file("img/2.png", "x")
                .file("ü.png", "x")
                .file("css/a.css", "a { src: url(../img/2.png) } b { src: url(\"//fonts.example/f.woff\") }")
                .bytes());

        assertThat(decks.warnings(deck))
                .extracting(warning -> warning.file() + " " + warning.address())
                .containsExactlyInAnyOrder(
                        "index.html //cdn.example/a.css?x&y",
                        "index.html https://cdn.example/reveal.js",
                        "index.html https://cdn.example/1.png",
                        "index.html /dist/p.png",
                        "index.html C:\\films\\a.mp4",
                        "index.html http://cdn.example/bg.png",
                        "index.html https://fonts.example/css",
                        "index.html https://app.powerbi.com/view?r=x",
                        "index.html file:///a.pdf",
                        "index.html ../outside.png",
                        "css/a.css //fonts.example/f.woff");
        assertThat(decks.warnings(deck))
                .allSatisfy(warning -> assertThat(warning.reason()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <section data-background="img/a.png">                         | img/a.png
            <section data-background="https://cdn.example/b">             | https://cdn.example/b
            <section data-background="#ff0000">                           |
            <section data-background="rgba(1, 2, 3, .5)">                 |
            <section data-background-image="c.jpg, d.jpg">                | c.jpg d.jpg
            <div data-background-video="e.mp4,f.webm">                    | e.mp4 f.webm
            <section data-background-iframe="https://g.example/">         | https://g.example/
            <script type=module>import Reveal from './reveal.mjs'</script> | ./reveal.mjs
            <script type=module>import "/h.js"; import('../i.js'); export * from "https://j.example/j.js"</script> | /h.js ../i.js https://j.example/j.js
            <script type=module>import x from 'reveal'; const t = "from here"</script> |
            <script>import("./not-looked-at.js")</script>                 |
            <script type=importmap>{"imports": {"reveal": "https://k.example/k.js", "l": "./l.mjs", "m/": "./m/"}}</script> | https://k.example/k.js ./l.mjs
            <script type=importmap>no map</script>                        |
            <style>a { background: image-set("n.png" 1x, url(o.png) 2x, "p.avif" type("image/avif")) } b { content: "q" }</style> | n.png o.png p.avif
            <img srcset="r.png 1x,s.png 2x">                              | r.png s.png
            <img srcset="t.png, u.png 2x,">                               | t.png u.png
            <img srcset="data:image/png;base64,AAAA 1x, v.png 2x">        | v.png
            <base href="https://w.example/deck/"><img src="index.html"><img src="data:,x"> | https://w.example/deck/index.html
            <base href="sub/"><img src="index.html">                      | sub/index.html
            <img src="index.html">                                        |
            """)
    void whatModernPagesLoadIsSeenToo(String page, @Nullable String missing) {
        var deck = unpack(new Zip().file("index.html", page).bytes());

        assertThat(decks.warnings(deck))
                .extracting(LoadWarning::address)
                .containsExactlyInAnyOrder(missing == null ? new String[0] : missing.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<script type=module>import ",
                "<style>image-set(\"a\" ",
                "<img srcset=',a ,",
                "<a",
                "<img src=\"",
                "<img src='a' ",
                "<!--",
                "<style>",
                "<script>",
                "</",
                "url(",
                "/*",
                "@import '",
                "<a b=",
                "<img srcset=\"a, b, ",
                "\"",
                "<img src=//x>"
            })
    void pagesOfAnyKindAreReadInProportionToTheirSize(String piece) {
        var page = piece.repeat(2_000_000 / piece.length());
        var deck = unpack(new Zip().file("index.html", page).file("a.css", page).bytes());

        assertAtMost(
                Duration.ofSeconds(30), () -> assertThat(decks.warnings(deck)).hasSizeLessThanOrEqualTo(50));
    }

    private StoredDeck unpack(byte[] archive) {
        blobs.put(ARCHIVE, archive);
        return decks.unpack(DECK, blobs.find(ARCHIVE).orElseThrow());
    }

    private String text(StoredDeck deck, String path) {
        var blob = decks.find(deck, DeckPath.of(path).orElseThrow()).orElseThrow();
        try {
            return Files.readString(blob.file().orElseThrow());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
