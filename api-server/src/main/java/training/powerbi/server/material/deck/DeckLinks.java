package training.powerbi.server.material.deck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import training.powerbi.lakehouse.Blob;

/// Looks through a deck's pages and styles for what they load, and tells what of it will not be there: slides run in a
/// sandbox without network, and know no other files than their own. Looks at a bounded number of bytes.
final class DeckLinks {
    private static final int MOST_WARNINGS = 50;
    private static final int MOST_FILES = 200;
    private static final int LARGEST_FILE = 2 * 1024 * 1024;
    private static final int LONGEST_SHOWN = 300;
    private static final String ELSEWHERE =
            "It is on another server, and slides open without the network. Put the file beside the slides and link it.";
    private static final String ABSOLUTE =
            "An address that begins with / leads out of the slides. Write it relative to this file.";
    private static final String LOCAL = "It is on your own computer. Put the file beside the slides and link it.";
    private static final String MISSING = "There is no such file among the slides. Upload both in one .zip.";
    private static final String OLD_LETTERS =
            "There is no file of this name among the slides. If it is in the .zip, the program that packed it did not"
                    + " write the name in UTF-8: rename the file in plain letters, or pack it with another program.";
    /// Carry what they show in themselves, or load nothing.
    private static final Set<String> HARMLESS =
            Set.of("data", "blob", "about", "javascript", "mailto", "tel", "ms-appx", "chrome-extension");

    private final StoredDeck deck;
    private final Collection<Blob> files;
    private final Set<String> keys;
    private final Set<String> names;
    private final Set<LoadWarning> warnings = new LinkedHashSet<>();

    DeckLinks(StoredDeck deck, Collection<Blob> files) {
        this.deck = deck;
        this.files = files;
        this.names = files.stream().map(file -> file.name().path()).collect(Collectors.toSet());
        this.keys = files.stream()
                .flatMap(file -> deck.path(file.name()).stream())
                .map(DeckPath::key)
                .collect(Collectors.toSet());
    }

    List<LoadWarning> warnings() {
        files.stream()
                .filter(file -> deck.path(file.name()).flatMap(DeckLinks::kind).isPresent())
                .limit(MOST_FILES)
                .forEach(this::look);
        return List.copyOf(warnings);
    }

    private enum Kind {
        PAGE,
        STYLE
    }

    private static Optional<Kind> kind(DeckPath path) {
        var name = path.path().toLowerCase(Locale.ROOT);
        if (name.endsWith(".css")) {
            return Optional.of(Kind.STYLE);
        }
        boolean page = name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".svg");
        return page ? Optional.of(Kind.PAGE) : Optional.empty();
    }

    private void look(Blob file) {
        var path = deck.path(file.name()).orElseThrow();
        var text = text(file);
        var loaded = kind(path).orElseThrow() == Kind.PAGE ? PageLinks.of(text) : StyleLinks.of(text);
        for (var address : loaded) {
            if (warnings.size() == MOST_WARNINGS) {
                return;
            }
            reason(path, address)
                    .ifPresent(reason -> warnings.add(new LoadWarning(
                            path.path(),
                            address.length() > LONGEST_SHOWN ? address.substring(0, LONGEST_SHOWN) + "…" : address,
                            reason)));
        }
    }

    private static String text(Blob file) {
        try (var content = Channels.newInputStream(file.open())) {
            return new String(content.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> reason(DeckPath from, String address) {
        var plain = address.replace('\\', '/').strip();
        if (plain.isEmpty() || plain.startsWith("#")) {
            return Optional.empty();
        }
        if (plain.startsWith("//")) {
            return Optional.of(ELSEWHERE);
        }
        if (plain.startsWith("/")) {
            return Optional.of(ABSOLUTE);
        }
        var scheme = scheme(plain);
        if (!scheme.isEmpty()) {
            boolean local = scheme.equals("file") || scheme.length() == 1;
            return HARMLESS.contains(scheme) ? Optional.empty() : Optional.of(local ? LOCAL : ELSEWHERE);
        }
        if (isThere(from, plain)) {
            return Optional.empty();
        }
        boolean plainLetters = decoded(plain).chars().allMatch(letter -> letter < 128);
        return Optional.of(plainLetters ? MISSING : OLD_LETTERS);
    }

    /// In lower case; empty when there is none.
    private static String scheme(String address) {
        int colon = 0;
        while (colon < address.length()
                && (Character.isLetterOrDigit(address.charAt(colon)) || "+-.".indexOf(address.charAt(colon)) >= 0)) {
            colon++;
        }
        boolean there = colon > 0 && colon < address.length() && address.charAt(colon) == ':';
        return there ? address.substring(0, colon).toLowerCase(Locale.ROOT) : "";
    }

    private boolean isThere(DeckPath from, String address) {
        int end = 0;
        while (end < address.length() && "?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        var parts = new ArrayList<>(List.of(from.path().split("/", -1)));
        parts.removeLast();
        for (var part : decoded(address.substring(0, end)).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return false;
                }
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return DeckPath.of(String.join("/", parts))
                .filter(path -> keys.contains(path.key())
                        || names.contains(deck.blob(path).path()))
                .isPresent();
    }

    private static String decoded(String address) {
        try {
            return UriUtils.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return address;
        }
    }
}
