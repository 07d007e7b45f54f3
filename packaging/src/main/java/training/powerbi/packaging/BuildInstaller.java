package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Path;

/// Makes the image and the package of the operating system it runs on.
public final class BuildInstaller {
    private BuildInstaller() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var shop = Workshop.ofMaven();
        var platform = Platform.ofThisComputer();
        var icons = shop.target().resolve("icons");
        new IconFiles(Icon.read(shop.common("icon.svg"))).write(icons);
        var image = AppImage.make(shop, platform, icons);
        new AotTraining(platform, image, shop.target().resolve("training")).train();
        System.out.println("Image: " + image.folder());
        System.out.println("Package: " + pack(shop, platform, image, icons));
    }

    private static Path pack(Workshop shop, Platform platform, AppImage image, Path icons)
            throws IOException, InterruptedException {
        return switch (platform) {
            case LINUX -> new DebianPackage(shop, image, icons).make();
            case MACOS, WINDOWS -> new NativePackage(shop, platform, image).make();
        };
    }
}
