package training.powerbi.server.recording.address;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Pages about a file whose addresses end in the file's name, so that they look like the file itself.
enum FilePage {
    GITHUB("GitHub", "(?:www\\.)?github\\.com", "/[^/]+/[^/]+/(?:blob|tree|blame)/.*"),
    GITLAB("GitLab", ".*", "/.*/-/(?:blob|tree)/.*"),
    HUGGING_FACE("Hugging Face", "huggingface\\.co", "/.*/(?:blob|tree)/.*"),
    BITBUCKET("Bitbucket", "bitbucket\\.org", "/[^/]+/[^/]+/src/.*"),
    GITEA("Codeberg", "codeberg\\.org", "/[^/]+/[^/]+/src/.*"),
    WIKIMEDIA("Wikimedia", "(?:.*\\.)?wiki[mp]edia\\.org", "/wiki/.*"),
    ARCHIVE("The Internet Archive", "(?:www\\.)?archive\\.org", "/details/.*");

    private final String title;
    private final Pattern host;
    private final Pattern path;

    FilePage(String title, String host, String path) {
        this.title = title;
        this.host = Pattern.compile(host);
        this.path = Pattern.compile(path);
    }

    static Optional<FilePage> of(String host, URI uri) {
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return Arrays.stream(values())
                .filter(page -> page.host.matcher(host).matches()
                        && page.path.matcher(path).matches())
                .findFirst();
    }

    String sentence() {
        return title + " shows a page about the file at this address, not the file itself. Open it and copy the address"
                + " of its download button, or download it and upload it here.";
    }
}
