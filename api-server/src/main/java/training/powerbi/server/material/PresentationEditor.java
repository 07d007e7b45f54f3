package training.powerbi.server.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.curriculum.MaterialAddress;
import training.powerbi.server.curriculum.Presentations;
import training.powerbi.server.material.deck.DeckPath;
import training.powerbi.server.material.deck.DeckStore;
import training.powerbi.server.material.deck.LoadWarning;
import training.powerbi.server.material.deck.StoredDeck;
import training.powerbi.server.material.file.SlideFormat;
import training.powerbi.server.transfer.UploadForm;

/// Sets the slides of days. Bytes are on the disk before the day names them, in one commit with its audit row; what is
/// replaced goes with a later [MaterialSweep].
@Service
@PreAuthorize("hasRole('ADMIN')")
class PresentationEditor {
    private static final Logger LOG = LoggerFactory.getLogger(PresentationEditor.class);
    private static final DeckPath ONLY_PAGE = DeckPath.of("index.html").orElseThrow();

    private final Presentations presentations;
    private final Changes changes;
    private final Staging staging;
    private final DeckStore decks;
    private final BlobStore blobs;

    PresentationEditor(
            Presentations presentations, Changes changes, Staging staging, DeckStore decks, BlobStore blobs) {
        this.presentations = presentations;
        this.changes = changes;
        this.staging = staging;
        this.decks = decks;
        this.blobs = blobs;
    }

    /// @param url null takes the slides away
    TrainingDay link(Viewer admin, Attempt attempt, int dayNumber, @Nullable String url) {
        var address = MaterialAddress.check("url", url);
        return presentations.set(
                admin,
                attempt.to(ActionType.SET_PRESENTATION, dayNumber, url),
                dayNumber,
                address == null ? null : new Presentations.Slides(address, null));
    }

    TrainingDay upload(Viewer admin, Attempt attempt, int dayNumber, UploadForm form) {
        presentations.requireDay(dayNumber);
        try (var upload = staging.receive(admin, form, decks.maxBytes())) {
            var action = attempt.to(
                    ActionType.SET_PRESENTATION, dayNumber, upload.fileName().name(), upload.sha256());
            if (changes.made(action)) {
                return presentations.set(admin, action, dayNumber, null);
            }
            var format = format(upload);
            var deck = store(format, action.newId("slides"), upload);
            var name = format.saved() ? upload.fileName().name() : null;
            try {
                return presentations.set(admin, action, dayNumber, new Presentations.Slides(deck.address(), name));
            } catch (RuntimeException refused) {
                // The day may name it all the same when only the answer was lost.
                deleteUnlessNamed(deck);
                throw refused;
            }
        }
    }

    /// What the day's slides load and will not get. The slides are stored by now: when they cannot be looked through,
    /// there are no warnings.
    List<LoadWarning> warnings(TrainingDay day) {
        try {
            return Optional.ofNullable(day.presentationUrl())
                    .flatMap(StoredDeck::of)
                    .map(decks::warnings)
                    .orElseGet(List::of);
        } catch (UncheckedIOException | PortalException failure) {
            LOG.warn("The slides of day {} could not be looked through", day.dayNumber(), failure);
            return List.of();
        }
    }

    private SlideFormat format(Staging.StagedUpload upload) {
        return SlideFormat.of(upload.fileName(), head(blobs.find(upload.blob()).orElseThrow()));
    }

    private StoredDeck store(SlideFormat format, String deckId, Staging.StagedUpload upload) {
        return switch (format) {
            case ARCHIVE -> decks.unpack(deckId, blobs.find(upload.blob()).orElseThrow());
            case PAGE -> decks.keep(deckId, ONLY_PAGE, upload.blob());
            case PDF, OFFICE -> decks.keep(deckId, upload.fileName().content(), upload.blob());
        };
    }

    private static byte[] head(Blob file) {
        var head = ByteBuffer.allocate((int) Math.min(file.size(), SlideFormat.HEAD));
        try (var bytes = file.open()) {
            int count = 0;
            while (head.hasRemaining() && count >= 0) {
                count = bytes.read(head);
            }
            return head.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteUnlessNamed(StoredDeck deck) {
        boolean named = presentations.all().stream()
                .map(StoredDeck::of)
                .flatMap(Optional::stream)
                .anyMatch(other -> other.deckId().equals(deck.deckId()));
        if (named) {
            return;
        }
        try {
            decks.delete(deck.deckId());
        } catch (PortalException failure) {
            LOG.warn("The slides {} are of no day any more and could not be deleted", deck.deckId(), failure);
        }
    }
}
