package training.powerbi.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The files that no build on this operating system would find wrong.
class PlatformFilesTest {
    private static final Path PACKAGING = Sources.PACKAGING;

    @Test
    void windowsReplacesTheOldVersionByACodeThatNeverChanges() throws IOException {
        assertThat(OptionFile.read(PACKAGING.resolve("windows/package.args")))
                .containsSequence("--win-upgrade-uuid", "13411f56-7727-4235-882e-a79da06f9093")
                .contains("--win-per-user-install", "--win-menu", "--win-shortcut", "--win-dir-chooser");
    }

    @Test
    void macosLetsJavaCompileLoadLibrariesAndReachThePortal() throws IOException {
        var name = OptionFile.value(PACKAGING.resolve("common/jpackage.args"), "--name");

        assertThat(Xml.propertyList(PACKAGING.resolve("macos/" + name + ".entitlements")))
                .containsOnlyKeys(
                        "com.apple.security.cs.allow-jit",
                        "com.apple.security.cs.allow-unsigned-executable-memory",
                        "com.apple.security.cs.disable-library-validation",
                        "com.apple.security.network.client")
                .allSatisfy((key, value) -> assertThat(value).isEqualTo("true"));
    }

    @Test
    void macosKnowsTheBundleByWhatJpackageFillsIn() throws IOException {
        assertThat(Xml.propertyList(PACKAGING.resolve("macos/Info.plist")))
                .containsEntry("CFBundleIdentifier", "DEPLOY_BUNDLE_IDENTIFIER")
                .containsEntry("CFBundleExecutable", "DEPLOY_LAUNCHER_NAME")
                .containsEntry("CFBundleIconFile", "DEPLOY_ICON_FILE")
                .containsEntry("CFBundleShortVersionString", "DEPLOY_BUNDLE_SHORT_VERSION")
                .containsEntry("CFBundlePackageType", "APPL")
                .containsEntry("NSHighResolutionCapable", "true");
    }

    @Test
    void linuxFindsTheProgramInMenuAndSoftwareCentre() throws IOException {
        assertThat(Files.readAllLines(PACKAGING.resolve("linux/powerbi-training-admin.desktop")))
                .contains(
                        "[Desktop Entry]",
                        "Type=Application",
                        "Exec=/opt/${package}/bin/${launcher}",
                        "Icon=${package}",
                        "Terminal=false",
                        "Categories=Education;",
                        "StartupWMClass=training.powerbi.desktop.AdminApplication");
        var metainfo = Xml.read(PACKAGING.resolve("linux/metainfo.xml")).getDocumentElement();
        assertThat(metainfo.getAttribute("type")).isEqualTo("desktop-application");
        assertThat(metainfo.getElementsByTagName("launchable").item(0).getTextContent())
                .isEqualTo("${component}.desktop");
    }

    @Test
    void debianInstallsWhatJavaFxLoadsOrCrashesWithout() throws IOException {
        var depends = Files.readAllLines(PACKAGING.resolve("linux/control")).stream()
                .filter(line -> line.startsWith("Depends: "))
                .flatMap(line -> List.of(line.substring("Depends: ".length()).split(", ", -1)).stream())
                .toList();

        assertThat(depends)
                // Without it a page with a video ends the whole program.
                .contains("libasound2 | libasound2t64")
                .contains("libgtk-3-0 | libgtk-3-0t64", "libxtst6", "libxxf86vm1", "libgl1", "libfreetype6")
                .contains("libpangoft2-1.0-0", "xdg-utils");
    }

    @Test
    void everyWordThatIsFilledInIsKnown() throws IOException {
        try (var files = Files.list(PACKAGING.resolve("linux"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)
                                    .replaceAll("\\$\\{(package|version|architecture|size|launcher|component)}", ""))
                            .doesNotContain("${"));
        }
    }
}
