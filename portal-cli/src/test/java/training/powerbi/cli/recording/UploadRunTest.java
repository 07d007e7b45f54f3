package training.powerbi.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.GlobalOptions;
import training.powerbi.cli.terminal.Terminal;
import training.powerbi.client.DayRecording;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.TokenProvider;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What is left of an upload that the portal refuses in its middle.
class UploadRunTest {
    private static final URI PORTAL = URI.create("http://127.0.0.1:8080");

    @TempDir
    private Path folder;

    private BegunUpload upload;

    @BeforeEach
    void film() throws Exception {
        var film = Files.writeString(folder.resolve("film.mp4"), "film");
        upload = BegunUpload.of(PORTAL, film, 1, "Film", null);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "UNSUPPORTED_MEDIA_TYPE",
                "BAD_USER_INPUT",
                "TOO_LARGE",
                "CHECKSUM_MISMATCH",
                "DAY_NOT_FOUND",
                "UPLOAD_EXPIRED"
            })
    void whatFileOrDayIsRefusedForGivesTheUploadUp(ErrorCode code) {
        var line = new Refusing(new PortalException(code, "No."));

        assertThat(leftBy(line)).isEmpty();
        assertThat(line.discarded).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "UNSUPPORTED_MEDIA_TYPE",
                "BAD_USER_INPUT",
                "TOO_LARGE",
                "CHECKSUM_MISMATCH",
                "DAY_NOT_FOUND",
                "UPLOAD_EXPIRED"
            })
    void fromWhateverElseRefusesItTheSameCommandGoesOn(ErrorCode code) {
        var line = new Refusing(new PortalException(code, "Not now."));

        assertThat(leftBy(line))
                .hasValueSatisfying(begun -> assertThat(begun.location()).isEqualTo(Refusing.PLACE.toString()));
        assertThat(line.discarded).isZero();
    }

    @Test
    void aSessionThatEndsMeanwhileLosesNothing() {
        var line = new Refusing(new SignedOutException("Your session has ended."));

        assertThat(leftBy(line)).isPresent();
        assertThat(line.discarded).isZero();
    }

    private Optional<BegunUpload> leftBy(Refusing line) {
        try (var note = UploadNote.of(upload, folder.resolve("kept"))) {
            var run = new UploadRun(desk(), line, note, upload, "film.mp4");
            assertThatThrownBy(run::run).isSameAs(line.failure);
            return note.read();
        }
    }

    private static Desk desk() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var shape = new Terminal.Shape(false, false, 80, false);
        return new Desk(
                new Terminal(nowhere, nowhere, InputStream.nullInputStream(), shape, null),
                new GlobalOptions(),
                Clock.systemUTC(),
                _ -> null,
                new Nobody());
    }

    private static final class Nobody implements Desk.Sessions {
        @Override
        public Optional<URI> lastPortal() {
            return Optional.of(PORTAL);
        }

        @Override
        public TokenProvider at(URI portal) {
            throw new AssertionError("The uploader has the session");
        }
    }

    /// Takes the first bytes, and no more.
    private static final class Refusing implements RecordingUploader {
        static final URI PLACE = PORTAL.resolve("/uploads/1");

        private final RuntimeException failure;
        private int discarded;

        Refusing(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public DayRecording upload(Upload upload, Progress progress) {
            progress.begun(PLACE);
            throw failure;
        }

        @Override
        public long kept(Upload upload) {
            return 0;
        }

        @Override
        public void discard(Upload upload) {
            discarded++;
        }
    }
}
