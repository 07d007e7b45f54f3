package training.powerbi.desktop.ui.upload;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What a file is by its name, so that a wrong one is refused where it is dropped.
public enum FileKind {
    VIDEO("m4v mov mp4 ogg ogv webm"),
    SLIDES("htm html odp pdf ppsx pptx zip");

    private final String extensions;

    /// @param extensions in order, with blanks between
    FileKind(String extensions) {
        this.extensions = extensions;
    }

    public boolean takes(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return list().contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /// For a file chooser.
    public List<String> patterns() {
        return list().stream().map(each -> "*." + each).toList();
    }

    private List<String> list() {
        return List.of(extensions.split(" ", -1));
    }

    /// For people.
    public String listed() {
        return String.join(", ", list());
    }
}
