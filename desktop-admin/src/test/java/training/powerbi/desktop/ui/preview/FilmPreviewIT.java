package training.powerbi.desktop.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import javafx.application.ColorScheme;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import training.powerbi.client.DayRecording;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.client.testing.PortalProcess;
import training.powerbi.client.testing.UploadLog;
import training.powerbi.desktop.auth.SignIns;
import training.powerbi.desktop.testing.FakeDialogs;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.SilentFilm;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.kit.ErrorPresenter;
import training.powerbi.desktop.ui.kit.FxTaskExecutor;
import training.powerbi.desktop.ui.kit.Notices;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.Texts;

/// A film goes up to the real server and comes back into the program's own player.
@WindowTest
class FilmPreviewIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage[] stage = new Stage[1];

    @TempDir
    private Path folder;

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    @Test
    void anUploadedFilmIsShownInThePreview() throws Exception {
        try (var portal = PortalProcess.over(folder);
                var tasks = new FxTaskExecutor()) {
            var session = SignIns.inFiles(folder.resolve("tokens"), address -> {}, Clock.systemUTC())
                    .withPassword(
                            portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
            try (var connection = PortalConnection.to(portal.address(), session, Clock.systemUTC())) {
                var recording = uploaded(connection);

                var texts = new Texts(Locale.ENGLISH);
                var screen = new Screen(texts, new ErrorPresenter(texts), new Notices(tasks), Clock.systemUTC());
                var model = new PreviewViewModel(
                        portal.address(), tasks, screen, new FakeDialogs(), AudioLibrary.ofThisComputer());
                var view = new PreviewView[1];
                Pictures.onFx(() -> view[0] = new PreviewView(model));
                Pictures.show(stage[0], view[0].root(), 900, 640, ColorScheme.DARK);
                Pictures.onFx(() -> model.open(recording));

                await().atMost(PATIENCE).until(() -> model.state().get() != PreviewState.LOADING);
                assertThat(model.state().get()).isEqualTo(PreviewState.SHOWN);
                Pictures.take(stage[0], "preview-film", ColorScheme.DARK);
                Pictures.onFx(model::close);
            }
        }
    }

    private DayRecording uploaded(PortalConnection connection) throws IOException, InterruptedException {
        var film = SilentFilm.write(folder.resolve("session.mp4"), 12);
        var upload = new Upload(UUID.randomUUID().toString(), film, Files.size(film), 1, "Session 1", null, null);
        return connection.uploader().upload(upload, new UploadLog());
    }
}
