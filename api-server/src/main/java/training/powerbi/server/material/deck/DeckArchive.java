package training.powerbi.server.material.deck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A zip file with a deck in it: pages, pictures, styles. Nothing in it is believed: not its paths, not its sizes, not
/// that it ends. Reading throws [PortalException] as soon as a rule is broken; whoever unpacks it then throws away what
/// they have.
public final class DeckArchive {
    private static final String ENTRY = "index.html";
    /// What macOS and Windows add of their own.
    private static final Set<String> BYCATCH =
            Set.of(".ds_store", ".localized", "icon\r", "thumbs.db", "ehthumbs.db", "desktop.ini");
    private static final Set<String> BYCATCH_FOLDERS =
            Set.of("__macosx", ".appledouble", ".spotlight-v100", ".trashes", ".fseventsd", "$recycle.bin", "@eadir");

    private final SeekableByteChannel file;
    private final List<Item> items;
    private final DeckPath entry;
    private final DeckLimits.Allowance allowance;

    private record Item(DeckPath path, ZipItem zip) {}

    /// Where the unpacked files go.
    public interface Target {
        /// Takes the next file; its bytes follow until the next file begins.
        void begin(DeckPath path);

        void write(byte[] bytes, int length);
    }

    private DeckArchive(SeekableByteChannel file, List<Item> items, DeckLimits.Allowance allowance) {
        this.file = file;
        this.items = shortened(items);
        this.entry = entry(this.items);
        this.allowance = allowance;
    }

    /// Reads the directory of the archive and checks what can be checked there.
    ///
    /// @param file stays open as long as the archive is used
    /// @throws PortalException BAD_USER_INPUT saying what is wrong, TOO_LARGE beyond the limits
    public static DeckArchive open(SeekableByteChannel file, DeckLimits limits) {
        try {
            var directory = ZipDirectory.read(file, limits.files())
                    .orElseThrow(() -> tooLarge("has more than " + limits.files() + " files"));
            var allowance = limits.forArchive(file.size());
            long claimed = directory.items().stream().mapToLong(ZipItem::size).sum();
            if (claimed > allowance.bytes()) {
                throw tooLarge("unpacks to more than " + allowance.shown());
            }
            return new DeckArchive(file, items(directory), allowance);
        } catch (DamagedZipException damaged) {
            throw refused("is no zip archive, or is damaged; make it anew");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The page to open first.
    public DeckPath entry() {
        return entry;
    }

    /// Unpacks all files. Not more bytes are written than the limits allow, whatever the archive claims.
    public void unpack(Target target) {
        byte[] buffer = new byte[64 * 1024];
        long written = 0;
        try {
            for (var item : items) {
                target.begin(item.path());
                try (var content = ZipContent.open(file, item.zip())) {
                    for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                        written += count;
                        if (written > allowance.bytes()) {
                            throw tooLarge("unpacks to more than " + allowance.shown());
                        }
                        target.write(buffer, count);
                    }
                }
            }
        } catch (DamagedZipException damaged) {
            throw refused("is damaged; make it anew");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Item> items(ZipDirectory directory) {
        var items = new ArrayList<Item>();
        var keys = new HashSet<String>();
        for (var zip : directory.items()) {
            if (isHarmlessFolder(zip) || isBycatch(zip.path())) {
                continue;
            }
            check(zip);
            var path = path(zip);
            if (!keys.add(path.key())) {
                throw refused("has two files that some computers take for the same: " + path);
            }
            items.add(new Item(path, zip));
        }
        items.forEach(
                item -> parents(item.path()).filter(keys::contains).findFirst().ifPresent(parent -> {
                    throw refused("has a file and a folder of the same name: " + parent);
                }));
        return List.copyOf(items);
    }

    private static DeckPath path(ZipItem zip) {
        return DeckPath.of(zip.path()).orElseThrow(() -> {
            var rule = DeckPath.fault(Normalizer.normalize(zip.path(), Normalizer.Form.NFC));
            return refused("has a file whose name cannot be used: " + zip.shown() + " " + rule.orElse("is no name")
                    + "; rename it");
        });
    }

    private static void check(ZipItem zip) {
        if (zip.flags().encrypted()) {
            throw refused("is protected by a password (" + zip.shown() + "); save it without");
        }
        if (zip.isSpecial()) {
            throw refused("has links or other special files (" + zip.shown() + "); put the files themselves into it");
        }
        if (zip.method() != ZipItem.STORED && zip.method() != ZipItem.DEFLATED) {
            throw refused("is packed in an unusual way (" + zip.shown() + "); make it with the Deflate method");
        }
    }

    private static boolean isHarmlessFolder(ZipItem zip) {
        var path = zip.path();
        return zip.isFolder() && (path.isEmpty() || DeckPath.fault(path).isEmpty());
    }

    private static boolean isBycatch(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return BYCATCH.contains(name.toLowerCase(Locale.ROOT))
                || name.startsWith("._")
                || Arrays.stream(path.toLowerCase(Locale.ROOT).split("/", -1)).anyMatch(BYCATCH_FOLDERS::contains);
    }

    private static Stream<String> parents(DeckPath path) {
        var key = path.key();
        return IntStream.range(0, key.length())
                .filter(at -> key.charAt(at) == '/')
                .mapToObj(at -> key.substring(0, at));
    }

    /// `index.html`, or the one in the only folder at the top: people often pack a folder instead of what is in it.
    private static DeckPath entry(List<Item> items) {
        var tops = items.stream().map(item -> item.path().topFolder()).collect(Collectors.toSet());
        var wanted = tops.size() == 1 && tops.iterator().next().isPresent()
                ? tops.iterator().next().orElseThrow() + "/" + ENTRY
                : ENTRY;
        return items.stream()
                .map(Item::path)
                .filter(path -> path.path().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> refused("has no " + ENTRY + "; name the first page so and put it at the top"));
    }

    /// The only folder at the top is left out where its name is too long to be told again from the store.
    private static List<Item> shortened(List<Item> items) {
        return entry(items).isKeptByName()
                ? items
                : items.stream()
                        .map(item -> new Item(item.path().withoutTopFolder(), item.zip()))
                        .toList();
    }

    private static PortalException refused(String fault) {
        return PortalException.badInput("file", "The archive " + fault + ".");
    }

    private static PortalException tooLarge(String fault) {
        return new PortalException(
                ErrorCode.TOO_LARGE, "The archive " + fault + "; leave out what the slides do not need.");
    }
}
