package training.powerbi.desktop.ui.dialog;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Texts;

/// Questions in windows of their own above the program's.
public final class FxDialogs implements Dialogs {
    private final Stage owner;
    private final Texts texts;
    private final Consumer<String> browser;
    private final LastFolder lastFolder;

    /// @param browser opens an address outside
    public FxDialogs(Stage owner, Texts texts, Consumer<String> browser, LastFolder lastFolder) {
        this.owner = owner;
        this.texts = texts;
        this.browser = browser;
        this.lastFolder = lastFolder;
    }

    @Override
    public boolean confirm(String title, List<String> lines, String action) {
        return ask(title, lines, action, false);
    }

    @Override
    public boolean giveUp(String title, List<String> lines, String action) {
        return ask(title, lines, action, true);
    }

    /// @param loses whether the safe answer is the one that is near at hand
    private boolean ask(String title, List<String> lines, String action, boolean loses) {
        var yes = new ButtonType(action, ButtonData.OK_DONE);
        var no = new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        var question = new Question(Feather.HELP_CIRCLE, title, lines, yes, no);
        var dialog = dialog(question);
        if (loses) {
            var cancel = (Button) question.lookupButton(no);
            ((Button) question.lookupButton(yes)).setDefaultButton(false);
            cancel.setDefaultButton(true);
            dialog.setOnShown(shown -> cancel.requestFocus());
        }
        return dialog.showAndWait().filter(yes::equals).isPresent();
    }

    @Override
    public void tell(String title, List<String> lines) {
        var close = new ButtonType(texts.get("dialog.close"), ButtonData.CANCEL_CLOSE);
        dialog(new Question(Feather.INFO, title, lines, close)).showAndWait();
    }

    private Dialog<ButtonType> dialog(Question question) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("app.title"));
        dialog.setDialogPane(question);
        return dialog;
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
        return choose(chooser(title, kind, patterns), FileChooser::showOpenDialog);
    }

    @Override
    public Optional<Path> chooseTarget(String title, String kind, String pattern, String name) {
        var chooser = chooser(title, kind, List.of(pattern));
        chooser.setInitialFileName(name);
        return choose(chooser, FileChooser::showSaveDialog);
    }

    private FileChooser chooser(String title, String kind, List<String> patterns) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        if (!patterns.isEmpty()) {
            chooser.getExtensionFilters().add(new ExtensionFilter(kind, patterns));
        }
        lastFolder.get().filter(Files::isDirectory).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> choose(FileChooser chooser, BiFunction<FileChooser, Stage, @Nullable File> show) {
        var chosen = Optional.ofNullable(show.apply(chooser, owner)).map(File::toPath);
        chosen.map(Path::getParent).ifPresent(lastFolder::remember);
        return chosen;
    }

    @Override
    public void browse(String address) {
        browser.accept(address);
    }

    @Override
    public void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
