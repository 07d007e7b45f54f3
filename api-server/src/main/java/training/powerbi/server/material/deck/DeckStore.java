package training.powerbi.server.material.deck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;

/// Keeps slides: each deck in a folder of its own, which is never changed once a day names it.
public final class DeckStore {
    private final BlobStore blobs;
    private final DeckLimits limits;

    public DeckStore(BlobStore blobs, DeckLimits limits) {
        this.blobs = blobs;
        this.limits = limits;
    }

    public long maxBytes() {
        return limits.bytes();
    }

    /// Unpacks an archive. When it breaks a rule or the store is full, nothing stays.
    public StoredDeck unpack(String deckId, Blob archive) {
        try (var file = archive.open()) {
            var deck = DeckArchive.open(file, limits);
            var stored = new StoredDeck(deckId, deck.entry());
            delete(deckId);
            try (var target = new Files(stored)) {
                deck.unpack(target);
                target.finish();
            } catch (RuntimeException broken) {
                delete(deckId);
                throw broken;
            }
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes one file as it is.
    public StoredDeck keep(String deckId, DeckPath path, BlobName file) {
        var deck = new StoredDeck(deckId, path);
        delete(deckId);
        blobs.move(file, deck.blob(path));
        return deck;
    }

    /// The file that a link in the deck means, whatever its case: those who make slides have disks that ignore it.
    public Optional<Blob> find(StoredDeck deck, DeckPath path) {
        return blobs.find(deck.blob(path))
                .or(() -> blobs.list(deck.folder()).stream()
                        .filter(file ->
                                deck.path(file.name()).filter(path::isAlike).isPresent())
                        .findFirst());
    }

    /// What the pages and styles of the deck load, and will not get.
    public List<LoadWarning> warnings(StoredDeck deck) {
        var files = blobs.list(deck.folder());
        return new DeckLinks(deck, files).warnings();
    }

    public void delete(String deckId) {
        blobs.list(StoredDeck.FOLDER + "/" + deckId).forEach(file -> blobs.delete(file.name()));
    }

    /// Writes one file after the other.
    private final class Files implements DeckArchive.Target, AutoCloseable {
        private final StoredDeck deck;
        private @Nullable BlobAppend current;

        Files(StoredDeck deck) {
            this.deck = deck;
        }

        @Override
        public void begin(DeckPath path) {
            finish();
            current = blobs.append(deck.blob(path), 0);
        }

        @Override
        public void write(byte[] bytes, int length) {
            if (current != null) {
                current.write(ByteBuffer.wrap(bytes, 0, length));
            }
        }

        void finish() {
            if (current != null) {
                current.commit();
                current.close();
                current = null;
            }
        }

        @Override
        public void close() {
            if (current != null) {
                current.close();
            }
        }
    }
}
