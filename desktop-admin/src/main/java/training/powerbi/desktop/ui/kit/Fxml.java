package training.powerbi.desktop.ui.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Reads the FXML that lies beside a view, `Invite.fxml` beside `InviteView`, and fills the view's `@FXML` fields. The
/// view has been made by its constructor, so it is the controller itself.
public final class Fxml {
    private static final String VIEW = "View";

    /// A tree of nothing that is drawn: a control made before the program's look would load JavaFX's own.
    private static final String NOTHING = """
            <?import java.lang.String?>
            <?import java.util.ArrayList?>
            <ArrayList xmlns:fx="http://javafx.com/fxml"><String fx:value=""/></ArrayList>
            """;

    private Fxml() {}

    /// Begins to read files before there is one, on a thread of its own: the first reading takes longer than all others
    /// of a start, and so it goes on beside JavaFX's beginning.
    public static void begin() {
        Thread.ofPlatform().daemon().name("fxml").start(() -> {
            try {
                new FXMLLoader().load(new ByteArrayInputStream(NOTHING.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        });
    }

    /// Called in the view's constructor, before it binds.
    ///
    /// @param texts the words behind `%keys`; one that is not there fails at once
    public static Parent load(Object view, Texts texts) {
        var home = view.getClass();
        var name = fileFor(home);
        var loader = new FXMLLoader(Objects.requireNonNull(home.getResource(name), name), texts.bundle());
        loader.setControllerFactory(wanted -> theOne(view, wanted, name));
        try {
            return loader.load();
        } catch (IOException damaged) {
            throw new UncheckedIOException(name, damaged);
        }
    }

    /// Such as `Invite.fxml` for `InviteView`.
    static String fileFor(Class<?> view) {
        var name = view.getSimpleName();
        return (name.endsWith(VIEW) ? name.substring(0, name.length() - VIEW.length()) : name) + ".fxml";
    }

    private static Object theOne(Object view, Class<?> wanted, String file) {
        if (wanted != view.getClass()) {
            throw new IllegalArgumentException(file + " names " + wanted.getName() + ", but belongs to " + view);
        }
        return view;
    }
}
