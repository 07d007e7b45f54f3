package training.powerbi.desktop.ui.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a file is by its name, so that a wrong one is refused where it is dropped.
enum FileKind {
    VIDEO(Set.of("mp4", "m4v", "webm", "ogv", "ogg", "mov")),
    SLIDES(Set.of("html", "htm", "zip", "pdf", "pptx", "ppsx", "odp")),
    ANY(Set.of());

    private final Set<String> extensions;

    FileKind(Set<String> extensions) {
        this.extensions = extensions;
    }

    boolean takes(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return extensions.isEmpty() || extensions.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /// For a file chooser; empty for any.
    List<String> patterns() {
        return extensions.stream().sorted().map(each -> "*." + each).toList();
    }

    /// For people.
    String listed() {
        return String.join(", ", extensions.stream().sorted().toList());
    }
}
