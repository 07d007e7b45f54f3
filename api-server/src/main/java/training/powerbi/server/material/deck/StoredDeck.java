package training.powerbi.server.material.deck;

import java.util.Optional;
import java.util.regex.Pattern;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.server.curriculum.StoredFile;

/// Slides in the store: a folder of their own, and the file to open first.
public record StoredDeck(String deckId, DeckPath entry) {
    public static final String FOLDER = "presentations";
    private static final Pattern BLOB = Pattern.compile(FOLDER + "/([0-9a-f-]{36})/(.+)");

    /// Empty when the address does not name slides, whoever wrote it.
    public static Optional<StoredDeck> of(String address) {
        if (!StoredFile.is(address)) {
            return Optional.empty();
        }
        var parts = BLOB.matcher(StoredFile.blob(address));
        return parts.matches()
                ? DeckPath.ofStored(parts.group(2)).map(entry -> new StoredDeck(parts.group(1), entry))
                : Optional.empty();
    }

    /// What the table says of it.
    public String address() {
        return StoredFile.address(blob(entry).path());
    }

    /// Where a file of these slides is.
    public BlobName blob(DeckPath path) {
        return BlobName.of(folder(), path.stored());
    }

    /// The path of one of its files; empty for those that are kept by their sum.
    Optional<DeckPath> path(BlobName file) {
        return DeckPath.ofStored(file.path().substring(folder().length() + 1));
    }

    public String folder() {
        return FOLDER + "/" + deckId;
    }
}
