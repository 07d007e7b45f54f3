package training.powerbi.desktop.ui.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.desktop.ui.day.Pane;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class UploadQueueTest {
    private static final URI PLACE = URI.create("https://portal.example.org/uploads/1");

    @TempDir
    Path folder;

    private final Pane pane = Pane.byHand();
    private final UploadQueue queue = pane.uploads;

    private Path video(String name) {
        try {
            return Files.write(folder.resolve(name), new byte[1000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds without sending.
    private UploadItem add(String name) {
        queue.add(3, null, List.of(video(name)), null);
        pane.desk.tasks.step();
        return queue.items().getLast();
    }

    private void addBoth() {
        queue.add(3, null, List.of(video("a.mp4"), video("b.mp4")), null);
        pane.desk.tasks.step();
    }

    @Test
    void titlesAnUploadByItsFile() {
        var item = add("Day_3 morning.mp4");

        assertThat(item.upload().title()).isEqualTo("Day 3 morning");
        assertThat(item.upload().sizeBytes()).isEqualTo(1000);
        assertThat(item.upload().dayNumber()).isEqualTo(3);
    }

    @Test
    void sendsOneAfterTheOther() {
        addBoth();
        var first = queue.items().getFirst();
        var second = queue.items().getLast();
        assertThat(first.state()).isEqualTo(UploadState.SENDING);
        assertThat(second.state()).isEqualTo(UploadState.QUEUED);

        pane.desk.tasks.stepAll();
        assertThat(pane.uploader.uploaded).hasSize(2);
        assertThat(first.state()).isEqualTo(UploadState.DONE);
        assertThat(second.state()).isEqualTo(UploadState.DONE);
    }

    @Test
    void whatSomeDevicesDoNotPlayIsSaidUntilItIsCleared() {
        pane.uploader.goes((upload, progress) -> progress.warned(List.of("AV1", "VP9 of profile 2")));
        var item = add("a.mp4");
        pane.desk.tasks.stepAll();

        assertThat(item.state()).isEqualTo(UploadState.DONE);
        assertThat(item.message().get()).contains("do not play AV1, VP9 of profile 2", "H.264");
        assertThat(queue.items()).contains(item);
    }

    @Test
    void readsTheCourseAnewWhenARecordingHasArrived() {
        add("a.mp4");
        pane.desk.tasks.stepAll();

        assertThat(pane.desk.portal.asked).contains("course");
    }

    @Test
    void saysHowFastItGoesAndHowLongStill() {
        var item = add("a.mp4");
        var speed = new StringBuilder();
        pane.uploader.goes((upload, progress) -> {
            progress.advanced(0);
            pane.desk.tasks.advance(Duration.ofSeconds(1));
            progress.advanced(100);
            speed.append(item.bytesPerSecond()).append(' ').append(item.timeLeft());
        });
        pane.desk.tasks.stepAll();

        assertThat(speed).hasToString("100.0 PT9S");
    }

    @Test
    void writesDownWhatIsNotDone() {
        pane.uploader.goes((upload, progress) -> progress.begun(PLACE));
        addBoth();
        pane.desk.tasks.step();

        assertThat(pane.journal.kept).isNotEmpty();
        pane.desk.tasks.stepAll();
        assertThat(pane.journal.kept).isEmpty();
    }

    @Test
    void writesDownWhereThePortalKeepsTheBegunUpload() {
        pane.uploader.goes((upload, progress) -> {
            progress.begun(PLACE);
            throw new InterruptedException();
        });
        add("a.mp4");
        pane.desk.tasks.stepAll();

        assertThat(pane.journal.kept).extracting(Upload::location).containsExactly(PLACE);
    }

    @Test
    void showsWhatTheLastRunLeftAsPausedAndGoesOnWhenTold() {
        pane.journal.kept = List.of(new Upload("1", video("a.mp4"), 1000, 3, "a", null, PLACE));
        queue.start();
        pane.desk.tasks.stepAll();
        var item = queue.items().getFirst();
        assertThat(item.state()).isEqualTo(UploadState.PAUSED);
        assertThat(pane.uploader.uploaded).isEmpty();

        queue.goOn(item);
        pane.desk.tasks.stepAll();
        assertThat(pane.uploader.uploaded).extracting(Upload::location).containsExactly(PLACE);
    }

    @Test
    void pausesWhatIsBeingSentAndGoesOnLater() {
        var item = add("a.mp4");
        queue.pause(item);
        pane.desk.tasks.stepAll();
        assertThat(item.state()).isEqualTo(UploadState.PAUSED);
        assertThat(pane.uploader.uploaded).isEmpty();

        queue.goOn(item);
        pane.desk.tasks.stepAll();
        assertThat(item.state()).isEqualTo(UploadState.DONE);
    }

    @Test
    void interruptsTheThreadThatSendsWhenPaused() {
        var item = add("a.mp4");
        pane.uploader.goes((upload, progress) -> {
            queue.pause(item);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        });
        pane.desk.tasks.stepAll();

        assertThat(item.state()).isEqualTo(UploadState.PAUSED);
    }

    @Test
    void neverSendsTheSameUploadTwiceAtATime() {
        var item = add("a.mp4");
        queue.pause(item);
        queue.goOn(item);
        // The first go has not ended, so the second waits.
        assertThat(item.state()).isEqualTo(UploadState.QUEUED);

        pane.desk.tasks.stepAll();
        assertThat(pane.uploader.uploaded).hasSize(1);
        assertThat(item.state()).isEqualTo(UploadState.DONE);
    }

    @Test
    void sendsTheNextWhileOneIsPaused() {
        addBoth();
        var first = queue.items().getFirst();
        var second = queue.items().getLast();
        queue.pause(first);
        pane.desk.tasks.stepAll();

        assertThat(second.state()).isEqualTo(UploadState.DONE);
        assertThat(first.state()).isEqualTo(UploadState.PAUSED);
    }

    @Test
    void tellsOfACutLineUntilBytesArriveAgain() {
        var item = add("a.mp4");
        pane.uploader.goes((upload, progress) -> {
            progress.interrupted("reset");
            assertThat(item.state()).isEqualTo(UploadState.INTERRUPTED);
            assertThat(item.message().get()).contains("goes on by itself");
            progress.advanced(500);
            assertThat(item.state()).isEqualTo(UploadState.SENDING);
        });
        pane.desk.tasks.stepAll();

        assertThat(item.state()).isEqualTo(UploadState.DONE);
    }

    @Test
    void keepsAnUploadQueuedWhileThePortalsDiskIsFullAndTriesAgain() {
        var item = add("a.mp4");
        pane.uploader.refuse(new PortalException(ErrorCode.STORAGE_FULL, "Full."));
        pane.desk.tasks.stepAll();
        assertThat(item.state()).isEqualTo(UploadState.BLOCKED);
        assertThat(item.message().get()).contains("Nothing is lost");
        assertThat(pane.journal.kept).hasSize(1);

        pane.desk.tasks.advance(Duration.ofMinutes(1));
        pane.desk.tasks.stepAll();
        assertThat(item.state()).isEqualTo(UploadState.DONE);
    }

    @Test
    void saysWhyThePortalRefusesAFileAndKeepsItToTryAgain() {
        var item = add("a.mp4");
        pane.uploader.refuse(new PortalException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This is no MP4."));
        pane.desk.tasks.stepAll();
        assertThat(item.state()).isEqualTo(UploadState.FAILED);
        assertThat(item.message().get()).isEqualTo("This is no MP4.");

        queue.goOn(item);
        pane.desk.tasks.stepAll();
        assertThat(item.state()).isEqualTo(UploadState.DONE);
    }

    private static PortalException lengthless() {
        return PortalException.badInput("duration", "The video does not say how long it is.");
    }

    @Test
    void asksForTheLengthOfAFilmThatHidesItAndSendsItAgainWithThat() {
        var item = add("a.webm");
        pane.uploader.goes((upload, progress) -> progress.begun(PLACE));
        pane.uploader.refuse(lengthless());
        pane.desk.tasks.stepAll();
        assertThat(item.state()).isEqualTo(UploadState.FAILED);
        assertThat(item.message().get()).isEqualTo("The video does not say how long it is.");
        assertThat(item.lengthAsked().get()).isTrue();

        item.length().set(" 1h 30min ");
        queue.goOn(item);
        pane.desk.tasks.stepAll();
        assertThat(item.state()).isEqualTo(UploadState.DONE);
        assertThat(item.lengthAsked().get()).isFalse();
        assertThat(pane.uploader.uploaded).singleElement().satisfies(sent -> {
            assertThat(sent.duration()).isEqualTo("1h 30min");
            assertThat(sent.location()).isNull();
            assertThat(sent.title()).isEqualTo("a");
        });
    }

    @Test
    void doesNotSendAllAgainWithoutTheLengthThatIsAskedFor() {
        var item = add("a.webm");
        pane.uploader.refuse(lengthless());
        pane.desk.tasks.stepAll();
        queue.goOn(item);
        pane.desk.tasks.stepAll();

        assertThat(item.state()).isEqualTo(UploadState.FAILED);
        assertThat(item.lengthError().get()).contains("how long");
        assertThat(pane.uploader.uploaded).isEmpty();
    }

    @Test
    void givesALengthThatIsNoneBackToBeCorrected() {
        queue.add(3, null, List.of(video("a.webm")), "long");
        pane.uploader.refuse(PortalException.badInput("duration", "This is no duration."));
        pane.desk.tasks.stepAll();
        var item = queue.items().getFirst();

        assertThat(item.message().get()).isEqualTo("This is no duration.");
        assertThat(item.length().get()).isEqualTo("long");
        assertThat(item.lengthAsked().get()).isTrue();
    }

    @Test
    void stillAsksForTheLengthAfterTheNextStartOfTheProgram() {
        add("a.webm");
        pane.uploader.refuse(lengthless());
        pane.desk.tasks.stepAll();
        var next = new UploadQueue(pane.uploader, pane.journal, pane.desk.tasks, pane.desk.screen, () -> {});
        next.start();
        pane.desk.tasks.stepAll();
        var item = next.items().getFirst();

        assertThat(item.lengthAsked().get()).isTrue();
        assertThat(item.message().get()).contains("how long it is");
    }

    @Test
    void beginsAnewWhenThePortalThrewTheBegunUploadAway() {
        var item = add("a.mp4");
        pane.uploader.goes((upload, progress) -> progress.begun(PLACE));
        pane.uploader.refuse(new PortalException(ErrorCode.UPLOAD_EXPIRED, "Too old."));
        pane.desk.tasks.stepAll();

        assertThat(item.state()).isEqualTo(UploadState.FAILED);
        assertThat(item.upload().location()).isNull();
    }

    @Test
    void saysThatAFileCannotBeRead() {
        var item = add("a.mp4");
        pane.uploader.goes((upload, progress) -> {
            throw new UncheckedIOException(new IOException("a.mp4 is gone"));
        });
        pane.desk.tasks.stepAll();

        assertThat(item.message().get()).contains("a.mp4 is gone");
    }

    @Test
    void saysThatAFileToAddCannotBeRead() {
        queue.add(3, null, List.of(folder.resolve("none.mp4")), null);
        pane.desk.tasks.stepAll();

        assertThat(queue.items()).isEmpty();
        assertThat(pane.desk.lastNotice()).contains("none.mp4");
    }

    @Test
    void givesThePortalItsSpaceBackWhenCancelled() {
        pane.journal.kept = List.of(new Upload("1", video("a.mp4"), 1000, 3, "a", null, PLACE));
        queue.start();
        pane.desk.tasks.stepAll();
        queue.cancel(queue.items().getFirst());
        pane.desk.tasks.stepAll();

        assertThat(pane.uploader.discarded).hasSize(1);
        assertThat(queue.items()).isEmpty();
        assertThat(pane.journal.kept).isEmpty();
    }

    @Test
    void discardsACancelledUploadOnlyOnceItsThreadHasStopped() {
        var item = add("a.mp4");
        pane.uploader.goes((upload, progress) -> {
            progress.begun(PLACE);
            queue.cancel(item);
            assertThat(pane.uploader.discarded).isEmpty();
            assertThat(Thread.interrupted()).isTrue();
            throw new InterruptedException();
        });
        pane.desk.tasks.stepAll();

        assertThat(pane.uploader.discarded).hasSize(1);
        assertThat(queue.isSending()).isFalse();
    }

    @Test
    void stopsWhenTheProgramClosesAndKeepsTheJournal() {
        add("a.mp4");
        pane.desk.tasks.step();
        queue.close();
        pane.desk.tasks.stepAll();

        assertThat(pane.journal.kept).hasSize(1);
    }

    @Test
    void clearsADoneUploadFromTheList() {
        var item = add("a.mp4");
        pane.desk.tasks.stepAll();
        queue.dismiss(item);

        assertThat(queue.items()).isEmpty();
    }
}
