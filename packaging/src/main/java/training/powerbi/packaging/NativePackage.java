package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What jpackage makes of the image on Windows and macOS: an .msi, a .dmg.
final class NativePackage {
    private final Workshop shop;
    private final Platform platform;
    private final AppImage image;

    NativePackage(Workshop shop, Platform platform, AppImage image) {
        this.shop = shop;
        this.platform = platform;
        this.image = image;
    }

    Path make() throws IOException, InterruptedException {
        if (platform == Platform.MACOS) {
            sign();
        }
        var arguments = new ArrayList<>(OptionFile.read(shop.ours(platform, "package.args")));
        arguments.addAll(OptionFile.read(shop.common("jpackage.args")));
        arguments.addAll(shop.publisher().options());
        arguments.addAll(List.of(
                "--app-version", shop.numbers(), "--app-image", image.folder().toString()));
        arguments.addAll(List.of("--resource-dir", shop.ours(platform, "").toString()));
        arguments.addAll(List.of("--dest", shop.target().toString()));
        Tool.ofJdk("jpackage", arguments);
        return shop.target();
    }

    /// The cache came after jpackage had sealed the bundle. Without an identity the seal is ad hoc: it keeps the
    /// bundle whole, and who publishes it signs it anew with the same entitlements.
    private void sign() throws IOException, InterruptedException {
        Tool.ofSystem(
                shop.target(),
                List.of(
                        "codesign",
                        "--force",
                        "--deep",
                        "--options",
                        "runtime",
                        "--entitlements",
                        shop.ours(platform, shop.name() + ".entitlements").toString(),
                        "--sign",
                        "-",
                        image.folder().toString()));
    }
}
