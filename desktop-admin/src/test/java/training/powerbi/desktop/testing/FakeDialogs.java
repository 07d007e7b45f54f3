package training.powerbi.desktop.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.desktop.ui.dialog.Dialogs;

/// A person who answers as the test says.
public final class FakeDialogs implements Dialogs {
    /// What was asked with its lines.
    public final List<String> questions = new ArrayList<>();

    /// What was told with its lines.
    public final List<String> told = new ArrayList<>();

    public final List<String> browsed = new ArrayList<>();
    public final List<String> copied = new ArrayList<>();
    public boolean consent = true;
    public @Nullable Path file;

    @Override
    public boolean confirm(String title, List<String> lines, String action) {
        questions.add(title + " " + String.join(" ", lines));
        return consent;
    }

    @Override
    public boolean giveUp(String title, List<String> lines, String action) {
        return confirm(title, lines, action);
    }

    @Override
    public void tell(String title, List<String> lines) {
        told.add(title + " " + String.join(" ", lines));
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
        questions.add(title);
        return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> chooseTarget(String title, String kind, String pattern, String name) {
        questions.add(title + " " + name);
        return Optional.ofNullable(file);
    }

    @Override
    public void browse(String address) {
        browsed.add(address);
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }
}
