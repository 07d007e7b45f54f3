package training.powerbi.desktop.ui.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.FakeUploader;
import training.powerbi.desktop.testing.NoJournal;

class UploadDrawerTest {
    private final Desk desk = Desk.atOnce();
    private final FakeUploader uploader = new FakeUploader();
    private final NoJournal journal = new NoJournal();
    private final UploadQueue queue = new UploadQueue(uploader, journal, desk.tasks, desk.screen, () -> {});

    private void left() {
        journal.left = List.of(
                new Upload("1", Path.of("a.mp4"), 1000, 1, "a", null, URI.create("https://portal.example.org/u")));
        queue.start();
    }

    @Test
    void whatAnEarlierStartHasSentIsShownBeforeItGoesOn() {
        uploader.kept = 640;
        left();

        assertThat(queue.items().getFirst().sent().get()).isEqualTo(640);
        assertThat(queue.items().getFirst().fraction()).isEqualTo(0.64);
    }

    @Test
    void theDrawerClosesOnceAllIsDoneAndOpensForMore() {
        left();
        assertThat(queue.drawer().open().get()).isTrue();
        assertThat(queue.drawer().summary().get()).isEqualTo("Uploads: 1 to go");

        queue.goOn(queue.items().getFirst());
        assertThat(queue.drawer().open().get()).isFalse();
        assertThat(queue.drawer().summary().get()).isEqualTo("1 upload is done");

        queue.dismissDone();
        assertThat(queue.items()).isEmpty();
        left();
        assertThat(queue.drawer().open().get()).isTrue();
    }
}
