package training.powerbi.server.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.testing.GraphQlSocket;

/// Slides and resources over HTTP: who gets them, and with what rights they come.
class MaterialsIT extends MaterialPortal {
    @Test
    void aPageMayRunItsScriptsButNotAsThePortal() {
        var page = calls.get(calls.slides(admin, 1));

        var policy = header(page, "Content-Security-Policy");
        assertThat(policy)
                .startsWith("sandbox allow-scripts allow-popups")
                .doesNotContain("allow-same-origin")
                .doesNotContain("allow-top-navigation")
                .doesNotContain("allow-forms")
                .contains("default-src 'none'", "base-uri 'none'", "form-action 'none'")
                .contains("frame-ancestors 'self' https://school.example");
        assertThat(page.headers().map())
                .doesNotContainKeys("x-frame-options", "cross-origin-opener-policy", "set-cookie");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html");
        assertThat(header(calls.get(RANDOM), "Content-Security-Policy")).isEqualTo(policy);
        assertThat(header(calls.get("/api/v1/health"), "X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void aTicketOpensNothingOfAnotherDayOrBesideItsOwn() {
        var url = calls.slides(admin, 3);
        var other = calls.slides(admin, 4);
        var ticket = url.substring(0, url.lastIndexOf('/') + 1);

        for (var path : List.of(
                "../" + other.substring(other.lastIndexOf('/', other.lastIndexOf('/') - 1)),
                "..%2F..%2Findex.html",
                "%2e%2e/index.html",
                "..;/index.html",
                "index.html%00",
                "//index.html",
                "Index.html%20")) {
            assertThat(calls.get(ticket + path).statusCode()).as(path).isIn(400, 404);
        }
        var ofResource =
                calls.day(admin, 3, "resources { url }").at("/resources/0/url").asString();
        assertThat(calls.get(MaterialCalls.beside(ofResource, "index.html")).statusCode())
                .isEqualTo(404);
        assertThat(calls.get(MaterialCalls.beside(ofResource, "products.csv")).statusCode())
                .isEqualTo(404);
        assertThat(calls.get(ofResource).statusCode()).isEqualTo(200);
    }

    @Test
    void aLockKillsTicketsAndLooksLikeNothingAtAll() {
        calls.setUnlocked(admin, 5, true);
        var slides = calls.slides(student, 5);
        var file = calls.day(student, 5, "resources { url }")
                .at("/resources/0/url")
                .asString();
        assertThat(calls.get(slides).statusCode()).isEqualTo(200);
        assertThat(calls.get(file).statusCode()).isEqualTo(200);

        calls.setUnlocked(admin, 5, false);

        for (var dead : List.of(slides, file)) {
            var answer = calls.get(dead);
            var random = calls.get(RANDOM);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body().replaceAll("\"instance\":\"[^\"]*\"", ""))
                    .isEqualTo(random.body().replaceAll("\"instance\":\"[^\"]*\"", ""));
        }
        assertThat(calls.get(calls.slides(admin, 5)).statusCode()).isEqualTo(200);
        calls.setUnlocked(admin, 5, true);
        assertThat(calls.get(slides).statusCode()).isEqualTo(200);
    }

    @Test
    void aDisabledUsersTicketsAreDeadAndAForgedOneNeverLives() {
        calls.setUnlocked(admin, 1, true);
        var account = portal.register("leaver@example.com");
        var url = calls.slides(account.path("access_token").asString(), 1);
        assertThat(calls.get(url).statusCode()).isEqualTo(200);

        for (int at = "/api/v1/materials/".length(); at < url.lastIndexOf('/'); at += 3) {
            var forged = new StringBuilder(url);
            forged.setCharAt(at, url.charAt(at) == 'A' ? 'B' : 'A');
            assertThat(calls.get(forged.toString()).statusCode())
                    .as(forged.toString())
                    .isEqualTo(404);
        }
        portal.data(
                admin,
                "mutation { setUserActive(userId: \"%s\", active: false) { userId } }"
                        .formatted(account.at("/user/userId").asString()));

        assertThat(calls.get(url).statusCode()).isEqualTo(404);
    }

    @Test
    void replacedAndRemovedFilesAreGoneWithTheirTickets() {
        var first = PortalHttp.json(calls.upload(admin, "/api/v1/days/10/presentation", "a.html", text("<p>1"), null))
                .path("presentationUrl")
                .asString();
        var second = PortalHttp.json(
                        calls.upload(admin, "/api/v1/days/10/presentation", "s.pdf", text("%PDF-1.7"), null))
                .path("presentationUrl")
                .asString();
        assertThat(calls.get(first).statusCode()).isEqualTo(404);
        assertThat(header(calls.get(second), "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(calls.get(second), "Content-Security-Policy"))
                .doesNotContain("sandbox")
                .contains("default-src 'none'", "frame-ancestors 'self'");

        portal.data(admin, "mutation { setPresentation(dayNumber: 10) { dayNumber } }");
        assertThat(calls.get(second).statusCode()).isEqualTo(404);
        assertThat(calls.day(admin, 10, "presentationUrl")
                        .path("presentationUrl")
                        .isNull())
                .isTrue();

        var resource = calls.day(admin, 10, "resources { resourceId url }").at("/resources/0");
        portal.data(
                admin,
                "mutation { removeResource(resourceId: \"%s\") { title } }"
                        .formatted(resource.path("resourceId").asString()));
        assertThat(calls.get(resource.path("url").asString()).statusCode()).isEqualTo(404);
        assertThat(actions("remove_resource")).isPositive();
    }

    @Test
    void anEditorThatSendsBackTheAddressItWasShownKeepsTheSlides() {
        var shown = calls.slides(admin, 12);

        portal.data(
                admin,
                "mutation { updateDay(dayNumber: 12, input: { title: \"New\", presentationUrl: \"%s\" }) { title } }"
                        .formatted(shown));

        assertThat(calls.get(calls.slides(admin, 12)).statusCode()).isEqualTo(200);
        assertThat(portal.ask(
                                admin,
                                "mutation { setPresentation(dayNumber: 12, url: \"%s\") { title } }".formatted(shown))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void pagesOfAnyOriginMayLoadWhatATicketOpensAndNothingElse() {
        var css = MaterialCalls.beside(calls.slides(admin, 1), "deck.css");
        var fromSandbox = calls.send("GET", css, null, null, new byte[0], Map.of("Origin", "null"));
        var api = calls.send("GET", "/api/v1/config", null, null, new byte[0], Map.of("Origin", "null"));

        assertThat(header(fromSandbox, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(fromSandbox.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(api.statusCode()).isEqualTo(403);
    }

    @Test
    void changesOfMaterialAreLive() {
        calls.setUnlocked(admin, 4, true);
        try (var socket = GraphQlSocket.signedIn(portal.address(), student)) {
            MaterialCalls.follow(socket, "subscription { dayChanged { kind day { dayNumber resources { title } } } }");

            calls.upload(admin, "/api/v1/days/4/resources", "live.csv", text("1"), "Live");

            assertThat(MaterialCalls.awaitFrame(socket, "{\"title\":\"Live\"}")
                            .at("/payload/data/dayChanged/kind")
                            .asString())
                    .isEqualTo("EDITED");
        }
    }

    @Test
    void aLockEndsADownloadOnItsWay() throws IOException {
        calls.setUnlocked(admin, 9, true);
        calls.upload(admin, "/api/v1/days/9/resources", "large.pbix", new byte[64 * 1024 * 1024], null);
        var url = calls.day(student, 9, "resources { url }")
                .path("resources")
                .valueStream()
                .map(resource -> resource.path("url").asString())
                .filter(address -> address.endsWith("large.pbix"))
                .findFirst()
                .orElseThrow();

        var connection = portal.address().resolve(url).toURL().openConnection();
        long received = 0;
        try (var bytes = connection.getInputStream()) {
            byte[] buffer = new byte[64 * 1024];
            received += bytes.readNBytes(buffer, 0, buffer.length);
            calls.setUnlocked(admin, 9, false);
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                received += count;
            }
        } catch (IOException cutOff) {
            assertThat(cutOff).hasMessageContaining("EOF");
        }

        assertThat(received).isPositive().isLessThan(64L * 1024 * 1024);
    }
}
