package training.powerbi.server.recording.address;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import training.powerbi.model.VideoPlatform;

/// A file on a web server that a browser plays by its address.
final class MediaFile {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_HOST = 253;
    private static final String[] PLAYED = {"mp4", "webm", "m3u8"};
    /// Files of video that no browser plays from an address, or not every one.
    private static final List<String> UNPLAYED = List.of(
            "mkv", "avi", "wmv", "mov", "flv", "mpg", "mpeg", "m2ts", "mts", "ts", "3gp", "ogv", "vob", "mpd", "m4v");
    private static final Pattern PUBLIC_NAME = Pattern.compile("([a-z0-9-]+\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    /// Names that mean something in one house only (RFC 6762, 6761, 8375, and what routers and companies use).
    private static final Pattern HOUSE_NAME = Pattern.compile(
            "(?:.*\\.)?(?:local|lan|internal|intranet|intra|home|corp|private|localdomain|localhost|test|invalid|arpa|fritz\\.box)");

    private MediaFile() {}

    static boolean isFile(URI uri) {
        return uri.getRawPath() != null && ends(uri.getRawPath(), PLAYED);
    }

    /// Whether a path ends in a file's name with one of the extensions.
    static boolean ends(String path, String... extensions) {
        var extension = extension(path);
        for (var one : extensions) {
            if (extension.equals(one)) {
                return true;
            }
        }
        return false;
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 1 || path.indexOf('/', dot) >= 0
                ? ""
                : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// The file's address without a fragment.
    ///
    /// @throws training.powerbi.model.error.PortalException BAD_USER_INPUT for what is no such address
    static VideoAddress of(URI uri, String host) {
        refusal(uri, host).ifPresent(sentence -> {
            throw VideoAddress.refused(sentence);
        });
        var address = uri.toString();
        int fragment = address.indexOf('#');
        return new VideoAddress(VideoPlatform.DIRECT, fragment < 0 ? address : address.substring(0, fragment), null);
    }

    /// The refusal of a kind of file that browsers do not play from an address.
    static Optional<String> unplayed(URI uri) {
        var extension = extension(uri.getRawPath() == null ? "" : uri.getRawPath());
        return UNPLAYED.contains(extension)
                ? Optional.of("Browsers do not play ." + extension + " files from an address; download it and upload it"
                        + " here, as an MP4 (H.264 with AAC sound) where the portal asks for one.")
                : Optional.empty();
    }

    private static Optional<String> refusal(URI uri, String host) {
        var unplayed = unplayed(uri);
        if (unplayed.isPresent()) {
            return unplayed;
        }
        if (!isFile(uri)) {
            return Optional.of(
                    "Only a video can be played here, not a page: give a YouTube or Vimeo link, or an https://"
                            + " address that ends in .mp4, .webm or .m3u8. If the page has a video, download it and upload it"
                            + " here.");
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("Browsers do not play this address, because it does not begin with https://. Try it with"
                    + " https://, or download it and upload it here.");
        }
        if (host.isEmpty()) {
            return Optional.of("The name of the server in this address cannot be read; copy the whole address again,"
                    + " or download it and upload it here.");
        }
        if (host.length() > MAX_HOST
                || !PUBLIC_NAME.matcher(host).matches()
                || HOUSE_NAME.matcher(host).matches()) {
            return Optional.of("Students cannot reach the server " + shortened(host)
                    + "; give an address with a public name, or download it and upload it here.");
        }
        return uri.toString().length() > MAX_LENGTH
                ? Optional.of("This address is too long; use at most " + MAX_LENGTH + " characters.")
                : Optional.empty();
    }

    private static String shortened(String host) {
        return host.length() > 60 ? host.substring(0, 60) + "…" : host;
    }
}
