package training.powerbi.server.recording.address;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Dropbox shares a page around a file; the same address with `raw=1` is the file.
final class DropboxAddress {
    static final String REFUSAL =
            "This Dropbox address is a page or a folder, not a video. At Dropbox, share the one file and copy that link,"
                    + " which ends in .mp4 or .webm before its question mark; or download it and upload it here.";
    private static final Set<String> HOSTS = Set.of("dropbox.com", "www.dropbox.com", "m.dropbox.com");
    /// How Dropbox is to answer: as a page, a download or the bytes.
    private static final Set<String> FORMS = Set.of("dl", "raw", "preview");
    private static final List<String> SHARED = List.of("/s/", "/scl/fi/", "/scl/fo/", "/sh/");

    private DropboxAddress() {}

    static boolean isHost(String host) {
        return HOSTS.contains(host);
    }

    /// The address of the bytes; empty for pages and folders.
    static Optional<String> file(URI uri) {
        var path = uri.getRawPath();
        if (path == null || SHARED.stream().noneMatch(path::startsWith) || !MediaFile.ends(path, "mp4", "webm")) {
            return Optional.empty();
        }
        var kept = Arrays.stream(
                        Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !FORMS.contains(name(parameter)));
        return Optional.of("https://www.dropbox.com" + path + "?"
                + Stream.concat(kept, Stream.of("raw=1")).collect(Collectors.joining("&")));
    }

    private static String name(String parameter) {
        int value = parameter.indexOf('=');
        return value < 0 ? parameter : parameter.substring(0, value);
    }
}
