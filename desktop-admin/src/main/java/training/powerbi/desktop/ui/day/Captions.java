package training.powerbi.desktop.ui.day;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import training.powerbi.client.DayRecording;
import training.powerbi.model.Caption;
import training.powerbi.model.error.PortalException;

/// The captions of one recording, one file for each language.
final class Captions {
    private final DayDesk desk;
    private final ReadOnlyObjectProperty<DayRecording> recording;
    private final StringProperty language = new SimpleStringProperty("en");
    private final StringProperty error = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();

    Captions(DayDesk desk, ReadOnlyObjectProperty<DayRecording> recording) {
        this.desk = desk;
        this.recording = recording;
        language.addListener((text, before, now) -> error.set(""));
    }

    /// BCP 47, as it is typed or chosen.
    StringProperty language() {
        return language;
    }

    /// What is wrong with the file or the language; empty when nothing is.
    StringProperty error() {
        return error;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// How a language is called in the program's own.
    String name(Caption caption) {
        var locale = Locale.forLanguageTag(caption.language());
        var name = locale.getDisplayName(desk.screen().texts().locale());
        return name.isEmpty() ? caption.language() : name;
    }

    void choose() {
        desk.dialogs()
                .chooseFile(
                        desk.text("recording.captions.choose"),
                        desk.text("recording.captions.kind"),
                        List.of("*.vtt", "*.srt"))
                .ifPresent(this::upload);
    }

    void upload(Path file) {
        var tag = language.get().strip();
        if (Locale.forLanguageTag(tag).getLanguage().isEmpty()) {
            error.set(desk.text("recording.captions.language-missing"));
            return;
        }
        change(() -> desk.files().uploadCaptions(recording.get().recordingId(), tag, file));
    }

    void remove(Caption caption) {
        if (desk.dialogs()
                .giveUp(
                        desk.text("recording.captions.remove.title", name(caption)),
                        List.of(desk.text(
                                "recording.captions.remove.line",
                                name(caption),
                                recording.get().title())),
                        desk.text("recording.captions.remove.action"))) {
            change(() -> desk.files().removeCaptions(recording.get().recordingId(), caption.language()));
        }
    }

    private void change(Runnable call) {
        if (busy.get()) {
            return;
        }
        error.set("");
        busy.set(true);
        desk.tasks()
                .run(
                        () -> {
                            call.run();
                            return true;
                        },
                        done -> {
                            busy.set(false);
                            desk.refresh();
                        },
                        failure -> {
                            busy.set(false);
                            // The portal names the line of the file that is wrong: it stays beside the button.
                            if (failure instanceof PortalException) {
                                error.set(desk.screen().errors().explain(failure));
                            } else {
                                desk.screen().problem(failure);
                            }
                        });
    }
}
