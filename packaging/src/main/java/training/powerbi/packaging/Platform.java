package training.powerbi.packaging;

import java.nio.file.Path;
import java.util.Locale;

/// An operating system the program is packaged for, on that system only: runtime and AOT cache are its own.
enum Platform {
    LINUX("linux", "icon-512.png", "%s", "lib/app", "bin/%s"),
    MACOS("macos", "icon.icns", "%s.app", "Contents/app", "Contents/MacOS/%s"),
    WINDOWS("windows", "icon.ico", "%s", "app", "%s.exe");

    private final String folder;
    private final String icon;
    /// What jpackage calls the image, where the image keeps jars and options, and what starts the program.
    private final String bundle;

    private final String app;
    private final String launcher;

    Platform(String folder, String icon, String bundle, String app, String launcher) {
        this.folder = folder;
        this.icon = icon;
        this.bundle = bundle;
        this.app = app;
        this.launcher = launcher;
    }

    static Platform ofThisComputer() {
        return of(System.getProperty("os.name"));
    }

    static Platform of(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return WINDOWS;
        }
        return name.contains("mac") ? MACOS : LINUX;
    }

    /// Our files for it, below packaging/.
    String folder() {
        return folder;
    }

    /// The file of [IconFiles] that its launcher wants.
    String icon() {
        return icon;
    }

    Path image(Path parent, String name) {
        return parent.resolve(bundle.formatted(name));
    }

    Path app(Path image) {
        return image.resolve(app);
    }

    Path launcher(Path image, String name) {
        return image.resolve(launcher.formatted(name));
    }
}
