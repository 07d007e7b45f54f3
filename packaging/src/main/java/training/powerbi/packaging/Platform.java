package training.powerbi.packaging;

import java.nio.file.Path;
import java.util.Locale;

/// An operating system the program is packaged for, on that system only: runtime and AOT cache are its own.
///
/// @param folder our files for it, below packaging/
/// @param icon the file of [IconFiles] that its launcher wants
/// @param bundle what jpackage calls the image
/// @param app where the image keeps jars and options
/// @param launcher what starts the program
enum Platform {
    LINUX("linux", "icon-512.png", "%s", "lib/app", "bin/%s"),
    MACOS("macos", "icon.icns", "%s.app", "Contents/app", "Contents/MacOS/%s"),
    WINDOWS("windows", "icon.ico", "%s", "app", "%s.exe");

    private final String folder;
    private final String icon;
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

    String folder() {
        return folder;
    }

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
