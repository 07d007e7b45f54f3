package training.powerbi.desktop.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.client.DayRecording;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.model.VideoPlatform;

class PreviewViewModelTest {
    private final Desk desk = Desk.atOnce().read();
    private final PreviewViewModel model = modelWith(new AudioLibrary("Linux", library -> true));

    private PreviewViewModel modelWith(AudioLibrary audio) {
        return new PreviewViewModel(
                URI.create("https://portal.example.org/course"), desk.tasks, desk.screen, desk.dialogs, audio);
    }

    private static DayRecording recording(VideoPlatform platform) {
        return Samples.recording("r1", 1, "Part 1", platform);
    }

    private PreviewPage page() {
        var page = model.page().get();
        assertThat(page).isNotNull();
        return page;
    }

    @Test
    void playsAnUploadOnThePortalsOwnPage() {
        model.open(recording(VideoPlatform.UPLOAD));

        assertThat(page().address())
                .hasToString(
                        "https://portal.example.org/course/preview.html#platform=UPLOAD&url=%2Fapi%2Fv1%2Fvideos%2Fticket%2Fr1.mp4");
        assertThat(model.state().get()).isEqualTo(PreviewState.LOADING);
    }

    @Test
    void tellsThePageTheEmbedAddressOfAPlatform() {
        model.open(recording(VideoPlatform.YOUTUBE));

        assertThat(page().address().toString()).contains("platform=YOUTUBE", "youtube-nocookie.com%2Fembed%2F");
    }

    @Test
    void isShownOnceThePageSaysReady() {
        model.open(recording(VideoPlatform.DIRECT));
        model.titled("loading");
        assertThat(model.state().get()).isEqualTo(PreviewState.LOADING);

        model.titled("ready");
        assertThat(model.state().get()).isEqualTo(PreviewState.SHOWN);
        desk.tasks.advance(Duration.ofSeconds(20));
        assertThat(model.state().get()).isEqualTo(PreviewState.SHOWN);
    }

    @Test
    void offersTheBrowserWhenThePageSaysFailed() {
        model.open(recording(VideoPlatform.DIRECT));
        model.titled("failed: cannotPlay");

        assertThat(model.state().get()).isEqualTo(PreviewState.FAILED);
        assertThat(model.reason().get()).contains("browser");
    }

    @Test
    void offersTheBrowserWhenNothingIsHeardForEightSeconds() {
        model.open(recording(VideoPlatform.DIRECT));
        desk.tasks.advance(Duration.ofSeconds(7));
        assertThat(model.state().get()).isEqualTo(PreviewState.LOADING);

        desk.tasks.advance(Duration.ofSeconds(1));
        assertThat(model.state().get()).isEqualTo(PreviewState.FAILED);
    }

    @Test
    void opensAnUploadInTheBrowserWithoutASignIn() {
        model.open(recording(VideoPlatform.UPLOAD));
        model.openInBrowser();

        assertThat(desk.dialogs.browsed.getFirst()).startsWith("https://portal.example.org/course/preview.html#");
    }

    @Test
    void opensAVideoOfAPlatformAtThatPlatform() {
        model.open(recording(VideoPlatform.VIMEO));
        model.openInBrowser();

        assertThat(desk.dialogs.browsed.getFirst()).startsWith("https://vimeo.com/");
    }

    @Test
    void makesNoPlayerWhereItWouldTakeTheProgramDown() {
        var silent = modelWith(new AudioLibrary("Linux", library -> false));
        silent.open(recording(VideoPlatform.UPLOAD));

        assertThat(silent.state().get()).isEqualTo(PreviewState.FAILED);
        assertThat(silent.reason().get()).contains("libasound2");
    }

    @Test
    void needsTheLibraryOnLinuxOnly() {
        assertThat(new AudioLibrary("Windows 11", library -> false).canPlay()).isTrue();
        assertThat(new AudioLibrary("Mac OS X", library -> false).canPlay()).isTrue();
        assertThat(new AudioLibrary("Linux", library -> library.equals("libasound.so.2")).canPlay())
                .isTrue();
    }

    @Test
    void staysOnThePagesOwnSite() {
        model.open(recording(VideoPlatform.UPLOAD));

        assertThat(model.allows("https://portal.example.org/course/preview.html#x"))
                .isTrue();
        assertThat(model.allows("about:blank")).isTrue();
        assertThat(List.of(
                        "https://evil.example.org/",
                        "http://portal.example.org/",
                        "https://portal.example.org:8443/",
                        "file:///etc/passwd",
                        "javascript:alert(1)",
                        "data:text/html,x",
                        "https://portal.example.org@evil.example.org/"))
                .noneMatch(model::allows);
    }

    @Test
    void showsSlidesOnceTheyAreLoaded() {
        model.openSlides(
                Samples.with(Samples.day(1), "/api/v1/materials/t/index.html", List.of(), List.of(), List.of()));
        model.titled("anything");
        assertThat(model.state().get()).isEqualTo(PreviewState.LOADING);

        model.loaded();
        assertThat(model.state().get()).isEqualTo(PreviewState.SHOWN);
    }

    @Test
    void leavesFilesItCannotShowToTheBrowser() {
        model.openSlides(
                Samples.with(Samples.day(1), "/api/v1/materials/t/deck.pptx", List.of(), List.of(), List.of()));

        assertThat(model.state().get()).isEqualTo(PreviewState.FAILED);
        model.openInBrowser();
        assertThat(desk.dialogs.browsed).containsExactly("https://portal.example.org/api/v1/materials/t/deck.pptx");
    }

    private void breakPage() {
        model.open(recording(VideoPlatform.UPLOAD));
        model.broken();
    }

    @Test
    void saysSoWhenThePageCannotBeLoaded() {
        breakPage();

        assertThat(model.state().get()).isEqualTo(PreviewState.FAILED);
        assertThat(model.reason().get()).contains("connection");
    }

    @Test
    void triesTheSamePageAgain() {
        breakPage();
        model.retry();

        assertThat(model.state().get()).isEqualTo(PreviewState.LOADING);
        assertThat(model.page().get()).isNotNull();
    }

    @Test
    void hearsNothingMoreOnceClosed() {
        model.open(recording(VideoPlatform.UPLOAD));
        model.close();
        desk.tasks.advance(Duration.ofSeconds(10));

        assertThat(model.state().get()).isEqualTo(PreviewState.CLOSED);
        assertThat(model.page().get()).isNull();
    }

    @Test
    void saysSoWhenThereIsNothingToPlay() {
        var without = Samples.recording("r1", 1, "Part 1", VideoPlatform.DIRECT);
        var broken = new DayRecording(
                without.recordingId(),
                1,
                "Part 1",
                VideoPlatform.UPLOAD,
                without.videoUrl(),
                null,
                null,
                0,
                without.uploadedAt(),
                null,
                0,
                true,
                1,
                1,
                List.of(),
                null);
        model.open(broken);

        assertThat(model.state().get()).isEqualTo(PreviewState.CLOSED);
        assertThat(desk.lastNotice()).contains("Part 1");
    }
}
