package training.powerbi.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Made;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.View;

/// Every FXML is read here, so that a wrong name, a wrong key or a missing handler is found by the build and not by the
/// trainer who opens the screen.
@WindowTest
class FxmlTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".fxml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereIsSomethingToRead() throws IOException {
        assertThat(files()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("files")
    void fillsTheViewItBelongsTo(String file) {
        var view = viewBeside(file);

        var made = new Object[1];
        Pictures.onFx(() -> made[0] = new Made(Desk.atOnce()).one(view));

        assertThat(((View) made[0]).root()).isNotNull();
        assertThat(Stream.of(view.getDeclaredFields()).filter(field -> field.isAnnotationPresent(FXML.class)))
                .allSatisfy(field -> assertThat(value(field, made[0]))
                        .as("fx:id " + field.getName())
                        .isNotNull());
    }

    /// `Invite.fxml` lies beside `InviteView` or `Invite`.
    private static Class<?> viewBeside(String file) {
        var name = file.substring(0, file.length() - ".fxml".length()).replace('/', '.');
        try {
            return Class.forName(name + "View");
        } catch (ClassNotFoundException _) {
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException missing) {
                throw new AssertionError("No view beside " + file, missing);
            }
        }
    }

    private static Object value(Field field, Object view) {
        try {
            field.setAccessible(true);
            return field.get(view);
        } catch (IllegalAccessException closed) {
            throw new AssertionError(closed);
        }
    }

    @Test
    void aKeyWithoutWordsFailsAtOnce() {
        assertThatThrownBy(() -> Pictures.onFx(() -> new WordlessView().load(Desk.atOnce())))
                .hasStackTraceContaining("no.such.key");
    }

    @Test
    void aFileThatNamesAnotherViewFailsAtOnce() {
        assertThatThrownBy(() -> Pictures.onFx(() -> new StrangeView().load(Desk.atOnce())))
                .hasStackTraceContaining("WordlessView");
    }

    private static final class WordlessView {
        Parent load(Desk desk) {
            return Fxml.load(this, desk.screen.texts());
        }
    }

    private static final class StrangeView {
        Parent load(Desk desk) {
            return Fxml.load(this, desk.screen.texts());
        }
    }
}
