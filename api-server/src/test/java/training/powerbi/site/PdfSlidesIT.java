package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.material.MaterialCalls;

/// Slides in PDF open in a tab of their own: browsers show none in the sandbox of the page's frame.
class PdfSlidesIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers(Chromium.Build.WHOLE);

    /// One page, all of it in a green that nothing else has.
    private static final String GREEN_PAGE = """
            %PDF-1.4
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 800 450] /Contents 4 0 R>> endobj
            4 0 obj <</Length 31>> stream
            0 0.8 0.2 rg 0 0 800 450 re f  \s
            endstream endobj
            trailer <</Root 1 0 R>>
            %%EOF
            """;

    @TempDir
    private static Path data;

    private static Classroom classroom;

    @BeforeAll
    static void start() {
        classroom = new Classroom(data);
    }

    @AfterAll
    static void stop() {
        classroom.close();
    }

    @Test
    void aStudentSeesThem() {
        try (var calls = new MaterialCalls(classroom.portal())) {
            var set = calls.upload(
                    classroom.portal().adminToken(),
                    "/api/v1/days/4/presentation",
                    "slides.pdf",
                    GREEN_PAGE.getBytes(StandardCharsets.US_ASCII),
                    null);
            assertThat(set.statusCode()).isEqualTo(201);
        }
        classroom.unlock(4);
        var site = BROWSERS.visit(classroom.portal());
        Classroom.signIn(site, classroom.student());
        site.open("/#/day/4");
        var door = site.link("Open slides (opens in a new tab)");
        assertThat(door).isVisible();

        var slides = site.page().waitForPopup(door::click);
        slides.setViewportSize(1000, 700);

        Awaitility.await().untilAsserted(() -> assertThat(middle(slides)).isEqualTo(new Color(0, 204, 51)));
        slides.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "slides-pdf.png")));
    }

    private static Color middle(Page page) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
            return new Color(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
