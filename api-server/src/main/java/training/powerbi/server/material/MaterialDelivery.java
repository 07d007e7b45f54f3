package training.powerbi.server.material;

import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Ticket;
import training.powerbi.server.account.Tickets;
import training.powerbi.server.curriculum.Presentations;
import training.powerbi.server.material.deck.DeckPath;
import training.powerbi.server.material.deck.DeckStore;
import training.powerbi.server.material.deck.StoredDeck;
import training.powerbi.server.material.file.FileName;
import training.powerbi.server.material.file.FileType;

/// Opens slides and files for whoever holds a ticket. Each time everything is asked anew: whether the user is active,
/// whether they may see the day, whether the file still belongs to it. All refusals are one and the same answer.
@Service
class MaterialDelivery {
    private final Tickets tickets;
    private final DayAccess access;
    private final Presentations presentations;
    private final DeltaTable<String, ResourceRow> resources;
    private final ResourceFiles files;
    private final DeckStore decks;

    MaterialDelivery(
            Tickets tickets,
            DayAccess access,
            Presentations presentations,
            DeltaTable<String, ResourceRow> resources,
            ResourceFiles files,
            DeckStore decks) {
        this.tickets = tickets;
        this.access = access;
        this.presentations = presentations;
        this.resources = resources;
        this.files = files;
        this.decks = decks;
    }

    /// The file that the ticket opens.
    ///
    /// @param path behind the ticket, without a slash at its beginning
    /// @throws PortalException NOT_FOUND for anything the holder may not have now, whatever the reason
    @PreAuthorize("permitAll()")
    public OpenedFile open(String ticket, String path) {
        return find(ticket, path)
                .map(found -> OpenedFile.of(
                        found.blob(),
                        found.name(),
                        found.saved(),
                        () -> find(ticket, path).isPresent()))
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, "There is nothing at this address."));
    }

    private record Found(Blob blob, String name, boolean saved) {}

    private Optional<Found> find(String text, String path) {
        var ticket = tickets.read(text);
        var subject = ticket.map(Ticket::subject).flatMap(MaterialSubject::parse);
        if (ticket.isEmpty()
                || subject.isEmpty()
                || !access.mayOpen(ticket.get().viewer(), subject.get().dayNumber())) {
            return Optional.empty();
        }
        return DeckPath.of(path).flatMap(wanted -> switch (subject.get().kind()) {
            case SLIDES -> slide(subject.get(), wanted);
            case FILE -> file(subject.get(), wanted);
        });
    }

    private Optional<Found> slide(MaterialSubject subject, DeckPath path) {
        return presentations
                .slides(subject.dayNumber())
                .flatMap(slides -> StoredDeck.of(slides.address())
                        .filter(deck -> deck.deckId().equals(subject.id()))
                        .flatMap(deck -> {
                            var name = slides.fileName() == null ? null : new FileName(slides.fileName());
                            return name != null && path.equals(name.address())
                                    ? decks.find(deck, deck.entry()).map(blob -> saved(blob, name))
                                    : part(deck, path);
                        }));
    }

    private Optional<Found> part(StoredDeck deck, DeckPath path) {
        return decks.find(deck, path)
                // The parts of a page are for the page to use; what opens first may be a file to save.
                .map(blob -> new Found(
                        blob,
                        path.path().substring(path.path().lastIndexOf('/') + 1),
                        path.equals(deck.entry()) && !FileType.of(path.path()).shown()));
    }

    private static Found saved(Blob blob, FileName name) {
        return new Found(blob, name.name(), !FileType.of(name.name()).shown());
    }

    private Optional<Found> file(MaterialSubject subject, DeckPath path) {
        return resources
                .snapshot()
                .find(subject.id())
                .filter(row -> row.isActive() && row.dayNumber() == subject.dayNumber())
                .flatMap(row -> {
                    var name = new FileName(row.fileName() == null ? "" : row.fileName());
                    return files.find(row)
                            .filter(blob -> path.equals(name.address()))
                            .map(blob -> saved(blob, name));
                });
    }
}
