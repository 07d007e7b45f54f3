package training.powerbi.server.material;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import training.powerbi.model.Resource;
import training.powerbi.server.account.Tickets;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.curriculum.StoredFile;
import training.powerbi.server.material.deck.StoredDeck;
import training.powerbi.server.material.file.FileName;

/// The addresses under which a viewer gets what the portal keeps.
@Component
class MaterialAddresses {
    static final String PATH = "/api/v1/materials/";

    private final Tickets tickets;

    MaterialAddresses(Tickets tickets) {
        this.tickets = tickets;
    }

    /// The address of a day's slides.
    ///
    /// @param stored as the day has it; an address elsewhere stays what it is
    /// @param fileName what people save them as; null when they are pages
    /// @return empty when it is nothing that can be opened
    Optional<String> presentation(Viewer viewer, int dayNumber, String stored, @Nullable String fileName) {
        if (!StoredFile.is(stored)) {
            return Optional.of(stored);
        }
        return StoredDeck.of(stored)
                .map(deck -> address(
                        viewer,
                        MaterialSubject.slides(dayNumber, deck.deckId()),
                        fileName == null
                                ? deck.entry().path()
                                : new FileName(fileName).address().path()));
    }

    Resource resource(Viewer viewer, ResourceRow row, long revision) {
        var name = row.fileName();
        var url = row.isStored() && name != null
                ? address(
                        viewer,
                        MaterialSubject.file(row.dayNumber(), row.resourceId()),
                        new FileName(name).address().path())
                : row.url();
        return new Resource(
                row.resourceId(),
                row.dayNumber(),
                row.title(),
                url,
                row.mediaType(),
                row.sizeBytes(),
                row.uploadedAt(),
                revision);
    }

    private String address(Viewer viewer, MaterialSubject subject, String path) {
        return PATH
                + tickets.issue(viewer, subject.text())
                + '/'
                + Arrays.stream(path.split("/", -1))
                        .map(part -> UriUtils.encodePathSegment(part, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("/"));
    }
}
