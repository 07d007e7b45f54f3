package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The program as a folder that runs where it stands: launcher, jars, and a runtime of its own with JavaFX in it.
final class AppImage {
    private final Platform platform;
    private final String name;
    private final Path folder;
    private final List<String> plainConfiguration;

    private AppImage(Platform platform, String name, Path folder) throws IOException {
        this.platform = platform;
        this.name = name;
        this.folder = folder;
        this.plainConfiguration = Files.readAllLines(configuration());
    }

    static AppImage make(Workshop shop, Platform platform, Path icons) throws IOException {
        var work = Folders.fresh(shop.target().resolve("image-parts"));
        var jmods = work.resolve("jmods");
        var javaFx = new JavaFxModules(shop.libraries(), work.resolve("javafx")).make(jmods);
        var runtime = work.resolve("runtime");
        link(shop, jmods, javaFx, runtime);

        var jars = Files.createDirectories(work.resolve("jars"));
        try (var libraries = Files.newDirectoryStream(shop.libraries(), "*.jar")) {
            for (var jar : libraries) {
                if (!JavaFxModules.isPart(jar)) {
                    Files.copy(jar, jars.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }

        var destination = Folders.fresh(shop.target().resolve("image"));
        var arguments = new ArrayList<>(List.of("--type", "app-image", "--dest", destination.toString()));
        arguments.addAll(OptionFile.read(shop.common("jpackage.args")));
        arguments.addAll(shop.publisher().options());
        arguments.addAll(List.of("--app-version", shop.numbers(), "--main-class", shop.mainClass()));
        arguments.addAll(List.of("--input", jars.toString(), "--main-jar", shop.jar()));
        arguments.addAll(List.of("--runtime-image", runtime.toString()));
        arguments.addAll(List.of("--icon", icons.resolve(platform.icon()).toString()));
        arguments.addAll(List.of("--resource-dir", shop.ours(platform, "").toString()));
        for (var file : List.of("jvm-options.args", "packaged-options.args")) {
            for (var option : OptionFile.read(shop.common(file))) {
                arguments.addAll(List.of("--java-options", option));
            }
        }
        var special = shop.ours(platform, "image.args");
        if (Files.exists(special)) {
            arguments.addAll(OptionFile.read(special));
        }
        Tool.ofJdk("jpackage", arguments);
        Folders.delete(work);
        var image = new AppImage(platform, shop.name(), platform.image(destination, shop.name()));
        if (platform == Platform.LINUX) {
            new LinuxLauncher(image.folder, image.name).install();
            Files.delete(image.configuration());
        }
        return image;
    }

    private static void link(Workshop shop, Path jmods, List<String> javaFx, Path runtime) throws IOException {
        var modules = Stream.concat(OptionFile.read(shop.common("runtime-modules.txt")).stream(), javaFx.stream())
                .toList();
        var arguments = new ArrayList<>(OptionFile.read(shop.common("jlink.args")));
        arguments.addAll(List.of("--module-path", jmods.toString()));
        arguments.addAll(List.of("--add-modules", String.join(",", modules)));
        arguments.addAll(List.of("--output", runtime.toString()));
        Tool.ofJdk("jlink", arguments);
    }

    Path folder() {
        return folder;
    }

    Path launcher() {
        return platform.launcher(folder, name);
    }

    /// A file beside the jars, which options call $APPDIR.
    Path besideJars(String file) {
        return platform.app(folder).resolve(file);
    }

    /// From now on the launcher gives Java these options, after those the image was made with.
    void configure(List<String> options) throws IOException {
        var lines = Stream.concat(plainConfiguration.stream(), options.stream().map(option -> "java-options=" + option))
                .toList();
        if (platform == Platform.LINUX) {
            new LinuxLauncher(folder, name).write(lines);
        } else {
            Files.write(configuration(), lines);
        }
    }

    private Path configuration() {
        return besideJars(name + ".cfg");
    }
}
