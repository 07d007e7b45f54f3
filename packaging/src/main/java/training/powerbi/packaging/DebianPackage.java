package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The .deb, laid out by ourselves: jpackage would list what every library of the build machine happens to need, and
/// knows no place for the metadata of software centres.
final class DebianPackage {
    static final String NAME = "powerbi-training-admin";
    private static final String COMPONENT = "training.powerbi.TrainingAdmin";
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Map<String, List<String>> COMPRESSIONS =
            Map.of("xz", List.of("-Zxz"), "gzip", List.of("-Zgzip", "-z1"), "none", List.of("-Znone"));

    private final Workshop shop;
    private final AppImage image;
    private final Path icons;

    DebianPackage(Workshop shop, AppImage image, Path icons) {
        this.shop = shop;
        this.image = image;
        this.icons = icons;
    }

    Path make() throws IOException, InterruptedException {
        var compression = COMPRESSIONS.get(shop.compression());
        if (compression == null) {
            throw new IllegalArgumentException(
                    "installer.compression is " + shop.compression() + "; it can be one of " + COMPRESSIONS.keySet());
        }
        var tree = Folders.fresh(shop.target().resolve("deb"));
        var share = tree.resolve("usr/share");
        Folders.copy(
                image.folder(), Files.createDirectories(tree.resolve("opt")).resolve(NAME));
        put(NAME + ".desktop", share.resolve("applications"), COMPONENT + ".desktop");
        put("metainfo.xml", share.resolve("metainfo"), COMPONENT + ".metainfo.xml");
        put("copyright", share.resolve("doc").resolve(NAME), "copyright");
        for (var size : IconFiles.SIZES) {
            var place = share.resolve("icons/hicolor/" + size + "x" + size + "/apps");
            Files.copy(
                    icons.resolve("icon-" + size + ".png"),
                    Files.createDirectories(place).resolve(NAME + ".png"));
        }
        var programs = Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(programs.resolve(NAME), Path.of("/opt", NAME, "bin", shop.name()));
        control(tree);
        permit(tree);

        var file = shop.target().resolve(NAME + "_" + version() + "_" + architecture() + ".deb");
        var command = new ArrayList<>(List.of("dpkg-deb", "--root-owner-group"));
        command.addAll(compression);
        command.addAll(List.of("--build", tree.toString(), file.toString()));
        Tool.ofSystem(shop.target(), command);
        Folders.delete(tree);
        return file;
    }

    private void put(String ours, Path folder, String name) throws IOException {
        Files.writeString(
                Files.createDirectories(folder).resolve(name),
                filled(Files.readString(shop.ours(Platform.LINUX, ours)), 0));
    }

    private void control(Path tree) throws IOException {
        var template = Files.readString(shop.ours(Platform.LINUX, "control"));
        var kilobytes = size(tree) / 1024;
        Files.writeString(
                Files.createDirectories(tree.resolve("DEBIAN")).resolve("control"), filled(template, kilobytes));
    }

    private String filled(String template, long kilobytes) throws IOException {
        var text = template.replace("${package}", NAME)
                .replace("${version}", version())
                .replace("${architecture}", architecture())
                .replace("${size}", Long.toString(kilobytes))
                .replace("${launcher}", shop.name())
                .replace("${component}", COMPONENT)
                .replace("${vendor}", shop.publisher().vendor())
                .replace("${maintainer}", shop.publisher().maintainer())
                .replace("${main}", shop.mainClass());
        if (text.contains("${")) {
            throw new IOException("Nothing is known to put into a template: " + text);
        }
        return text;
    }

    /// A snapshot comes before the release it leads to; dpkg writes that with a tilde.
    private String version() {
        return shop.version().replace("-SNAPSHOT", "~snapshot");
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    private static long size(Path tree) throws IOException {
        var sum = 0L;
        try (var all = Files.walk(tree)) {
            for (var file : (Iterable<Path>) all::iterator) {
                sum += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
            }
        }
        return sum;
    }

    /// The same rights whoever builds, and whatever his umask.
    private static void permit(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var file : (Iterable<Path>) all::iterator) {
                if (!Files.isSymbolicLink(file)) {
                    var passable = Files.isDirectory(file) || Files.isExecutable(file);
                    Files.setPosixFilePermissions(file, passable ? PASSABLE : PLAIN);
                }
            }
        }
    }
}
