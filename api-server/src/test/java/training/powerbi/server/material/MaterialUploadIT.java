package training.powerbi.server.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.curriculum.Presentations;
import training.powerbi.server.curriculum.StoredFile;
import training.powerbi.server.material.deck.Zip;

/// Slides and resources on their way in: what is taken, what is refused, and what is left behind.
class MaterialUploadIT extends MaterialPortal {
    /// As many letters as a name may have left.
    private static final String LONG =
            "für alle, die an diesem Tag nicht dabei sein konnten und es nachholen möchten, mit Übungen und Lösungen";

    @Test
    void anArchiveBecomesSlidesWhoseRelativeLinksWork() {
        var archive = new Zip()
                .file("index.html", "<link rel=stylesheet href='css/own style.css'><script src=js/a.js></script>")
                .file("css/own style.css", "body{}")
                .file("js/a.js", "1")
                .file("ü/字.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
                .bytes();

        var answer = calls.upload(admin, "/api/v1/days/2/presentation", "deck.zip", archive, null);

        assertThat(answer.statusCode()).isEqualTo(201);
        var url = PortalHttp.json(answer).path("presentationUrl").asString();
        assertThat(url).startsWith("/api/v1/materials/").endsWith("/index.html");
        assertThat(header(calls.get(url), "Content-Type")).isEqualTo("text/html");
        assertThat(header(calls.get(MaterialCalls.beside(url, "css/own%20style.css")), "Content-Type"))
                .isEqualTo("text/css");
        assertThat(header(calls.get(MaterialCalls.beside(url, "js/a.js")), "Content-Type"))
                .isEqualTo("text/javascript");
        assertThat(header(calls.get(MaterialCalls.beside(url, "%C3%BC/%E5%AD%97.svg")), "Content-Type"))
                .isEqualTo("image/svg+xml");
        assertThat(calls.get(MaterialCalls.beside(url, "missing.png")).statusCode())
                .isEqualTo(404);
        assertThat(actions("set_presentation")).isPositive();
    }

    @Test
    void resourcesOfAnyKindAreSavedUnderTheirNameOrShown() {
        var csv = PortalHttp.json(
                calls.upload(admin, "/api/v1/days/6/resources", "Übung 1.csv", text("a,b\n1,2\n"), "Numbers"));
        assertThat(csv.path("title").asString()).isEqualTo("Numbers");
        assertThat(csv.path("mediaType").asString()).isEqualTo("text/csv");
        assertThat(csv.path("sizeBytes").asInt()).isEqualTo(8);
        var saved = calls.get(csv.path("url").asString());
        assertThat(saved.body()).isEqualTo("a,b\n1,2\n");
        assertThat(header(saved, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%C3%9C");

        var pbix =
                PortalHttp.json(calls.upload(admin, "/api/v1/days/6/resources", "model.pbix", new byte[300_000], null));
        assertThat(pbix.path("title").asString()).isEqualTo("model");
        assertThat(calls.get(pbix.path("url").asString()).body()).hasSize(300_000);

        var page = PortalHttp.json(calls.upload(admin, "/api/v1/days/6/resources", "x.mp4.html", text("<b>"), null));
        var shown = calls.get(page.path("url").asString());
        assertThat(header(shown, "Content-Disposition")).startsWith("inline;");
        assertThat(header(shown, "Content-Security-Policy")).startsWith("sandbox");

        assertThat(calls.send("HEAD", csv.path("url").asString(), null, null, new byte[0], Map.of())
                        .body())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../../../evil.csv      | evil.csv
            C:\\Temp\\evil.csv     | evil.csv
            ..                     | file
            CON.csv                | CON.csv
            a;b%c?d#e<f>.csv       | a_b_c_d_e_f_.csv
            """)
    void fileNamesAreMadeHarmless(String claimed, String kept) {
        var resource = PortalHttp.json(
                calls.upload(admin, "/api/v1/days/7/resources", claimed.replace("\\", "\\\\"), text("x"), "T"));

        var url = resource.path("url").asString();
        assertThat(url.substring(url.lastIndexOf('/') + 1)).isEqualTo(kept);
        assertThat(calls.get(url).body()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Übungsdatei – Umsätze für Führungskräfte (Größe).xlsx",
                "一二三四五六七八九十甲乙丙丁戊.xlsx",
                "100 % Rabatt; was #1 kostet?.xlsx",
                "Zahlen 👩‍🏫 (1).xlsx"
            })
    void theRealNameIsThatOfTheDownload(String name) {
        var resource = PortalHttp.json(calls.upload(admin, "/api/v1/days/7/resources", name, text("x"), null));

        assertThat(resource.path("title").asString()).isEqualTo(name.substring(0, name.length() - 5));
        var saved = calls.get(resource.path("url").asString());
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(savedAs(saved)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Übungsfolien – Umsätze für Führungskräfte (Größe) – " + LONG,
                "100 % Rabatt; was #1 kostet?",
                "Folien 👩‍🏫 (1)",
                "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥一二三四五六七八九十"
            })
    void slidesAreSavedUnderTheirRealNameToo(String name) {
        for (var file : Map.of(name + ".pdf", "%PDF-1.7", name + ".pptx", "PK\3\4 a deck")
                .entrySet()) {
            var day = PortalHttp.json(
                    calls.upload(admin, "/api/v1/days/7/presentation", file.getKey(), text(file.getValue()), null));

            var saved = calls.get(day.path("presentationUrl").asString());
            assertThat(saved.body()).isEqualTo(file.getValue());
            assertThat(savedAs(saved)).isEqualTo(file.getKey());
            assertThat(day.path("presentationName").asString()).isEqualTo(file.getKey());
            assertThat(portal.context()
                            .getBean(Presentations.class)
                            .slides(7)
                            .orElseThrow()
                            .fileName())
                    .isEqualTo(file.getKey());
        }
    }

    @Test
    void slidesThatComeBackHaveTheirNameAgainAndThoseThatAreGoneDoNotComeBack() {
        for (var content : List.of("PK\3\4 first", "PK\3\4 second")) {
            calls.upload(admin, "/api/v1/days/8/presentation", "Slides day 8.pptx", text(content), null);
        }
        assertThat(undo(newest())).doesNotContain("errors");
        var first = portal.context().getBean(Presentations.class).slides(8).orElseThrow();
        assertThat(first.fileName()).isEqualTo("Slides day 8.pptx");
        portal.data(
                admin, "mutation { setPresentation(dayNumber: 8, url: \"https://slides.example.com/8\") { title } }");
        var replacing = newest();
        portal.context().getBean(BlobStore.class).delete(new BlobName(StoredFile.blob(first.address())));

        assertThat(undo(replacing)).contains("NOT_FOUND", "upload them again");
        assertThat(portal.ask(admin, "mutation { restoreDay(dayNumber: 8, actionId: \"" + replacing + "\") { title } }")
                        .toString())
                .contains("NOT_FOUND", "upload them again");
    }

    private String newest() {
        return portal.data(admin, "{ adminActions(first: 1) { edges { node { actionId } } } }")
                .at("/adminActions/edges/0/node/actionId")
                .asString();
    }

    private String undo(String actionId) {
        return portal.ask(admin, "mutation { undoAction(actionId: \"" + actionId + "\") { actionId } }")
                .toString();
    }

    private static String savedAs(HttpResponse<String> saved) {
        var encoded = header(saved, "Content-Disposition").replaceFirst(".*filename\\*=UTF-8''", "");
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Test
    void slidesThatLoadFromElsewhereAreTakenAndWhatWillNotLoadIsTold() {
        var archive = new Zip().file("index.html", """
                        <link rel=stylesheet href="https://cdn.jsdelivr.net/npm/reveal.js/dist/reveal.css">
                        <script src="/dist/reveal.js"></script><img src="img/a.png"><img src='img/missing.png'>
                        """).file("img/A.png", "x").bytes();

        var answer = calls.upload(admin, "/api/v1/days/7/presentation", "deck.zip", archive, null);

        assertThat(answer.statusCode()).isEqualTo(201);
        var day = PortalHttp.json(answer);
        assertThat(day.path("dayNumber").asInt()).isEqualTo(7);
        assertThat(day.path("warnings").findValuesAsString("address"))
                .containsExactly(
                        "https://cdn.jsdelivr.net/npm/reveal.js/dist/reveal.css", "/dist/reveal.js", "img/missing.png");
        assertThat(day.at("/warnings/0/file").asString()).isEqualTo("index.html");
        assertThat(day.at("/warnings/0/reason").asString()).contains("another server");
        var url = day.path("presentationUrl").asString();
        assertThat(calls.get(MaterialCalls.beside(url, "img/a.png")).body()).isEqualTo("x");

        var quiet = PortalHttp.json(
                calls.upload(admin, "/api/v1/days/7/presentation", "page.html", text("<h1>x</h1>"), null));
        assertThat(quiet.path("warnings").isArray()).isTrue();
        assertThat(quiet.path("warnings")).isEmpty();
    }

    @Test
    void wordsThatAreNotUtf8AreRefused() {
        for (var form : List.of(
                "name=\"title\"\r\n\r\nZürich\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"",
                "name=\"file\"; filename=\"Zürich.csv\"")) {
            var body = "--x\r\nContent-Disposition: form-data; " + form + "\r\n\r\n1\r\n--x--\r\n";
            var refused = calls.send(
                    "POST",
                    "/api/v1/days/7/resources",
                    admin,
                    "multipart/form-data; boundary=x",
                    body.getBytes(StandardCharsets.ISO_8859_1),
                    Map.of());

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("BAD_USER_INPUT", "UTF-8");
        }
    }

    @Test
    void aNameOf5000CharactersIsCut() {
        var resource = PortalHttp.json(
                calls.upload(admin, "/api/v1/days/7/resources", "ü".repeat(5_000) + ".csv", text("x"), "T"));

        assertThat(calls.get(resource.path("url").asString()).body()).isEqualTo("x");
        assertThat(resource.path("mediaType").asString()).isEqualTo("text/csv");
    }

    @ParameterizedTest
    @CsvSource({
        "deck.zip, no archive, 415, UNSUPPORTED_MEDIA_TYPE",
        "deck.zip, PK and no more, 400, BAD_USER_INPUT",
        "deck.exe, MZ, 415, UNSUPPORTED_MEDIA_TYPE",
        "deck.pdf, <html>, 415, UNSUPPORTED_MEDIA_TYPE",
        "deck.pptx, <html>, 415, UNSUPPORTED_MEDIA_TYPE",
        "deck, <html>, 415, UNSUPPORTED_MEDIA_TYPE",
        "deck.html, '', 400, BAD_USER_INPUT"
    })
    void whatIsNoPresentationChangesNothingAndLeavesNothing(String name, String content, int status, String code) {
        var before = calls.slides(admin, 8);
        var files = files();

        var answer = calls.upload(admin, "/api/v1/days/8/presentation", name, text(content), null);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(PortalHttp.json(answer).path("code").asString()).isEqualTo(code);
        assertThat(calls.slides(admin, 8)).isEqualTo(before);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void onlyAdminsUploadAndOnlyToDaysThereAre() {
        byte[] page = text("<h1>x</h1>");
        for (var path : List.of("/api/v1/days/9/presentation", "/api/v1/days/9/resources")) {
            assertThat(calls.upload(null, path, "a.html", page, null).statusCode())
                    .isEqualTo(401);
            assertThat(calls.upload(student, path, "a.html", page, null).statusCode())
                    .isEqualTo(403);
            var nowhere = calls.upload(admin, path.replace("9", "99"), "a.html", page, null);
            assertThat(PortalHttp.json(nowhere).path("code").asString()).isEqualTo("DAY_NOT_FOUND");
            assertThat(calls.send("POST", path, admin, "application/json", text("{}"), Map.of())
                            .statusCode())
                    .isEqualTo(415);
            assertThat(calls.send("POST", path, admin, "multipart/form-data; boundary=x", text("--x--\r\n"), Map.of())
                            .statusCode())
                    .isEqualTo(400);
            assertThat(calls.send("POST", path, admin, "multipart/form-data; boundary=x", text("--x\r\nabc"), Map.of())
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(stagedFiles()).isZero();
    }

    @Test
    void linksAreResourcesTooAndAreNotFetched() {
        var link = portal.data(admin, """
                mutation { addResource(dayNumber: 11, title: "Docs", url: "https://learn.example.com/dax") {
                  url mediaType sizeBytes dayNumber } }
                """).path("addResource");

        assertThat(link)
                .hasToString("{\"url\":\"https://learn.example.com/dax\",\"mediaType\":\"text/html\",\"sizeBytes\":0,"
                        + "\"dayNumber\":11}");
        assertThat(portal.ask(admin, """
                        mutation { addResource(dayNumber: 11, title: "x", url: "javascript:alert(1)") { url } }
                        """).at("/errors/0/extensions/field").asString())
                .isEqualTo("url");
    }

    @Test
    void aRepeatedUploadWithItsKeyIsOneResource() {
        var key = Map.of("Idempotency-Key", "upload-1");
        var first = calls.upload(admin, "/api/v1/days/11/resources", "k.csv", text("1"), null, key);
        var again = calls.upload(admin, "/api/v1/days/11/resources", "k.csv", text("1"), null, key);

        assertThat(PortalHttp.json(again).path("resourceId"))
                .isEqualTo(PortalHttp.json(first).path("resourceId"));
        assertThat(calls.get(PortalHttp.json(first).path("url").asString()).body())
                .isEqualTo("1");
    }
}
