package training.powerbi.server.caption;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Caption;
import training.powerbi.model.Recording;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Ticket;
import training.powerbi.server.account.Tickets;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.recording.RecordingCatalog;

/// Shows and delivers captions, as long as their recording is active and its day open to the viewer.
@Service
class CaptionCatalog {
    static final String PATH = "/api/v1/captions/";
    private static final String SUBJECT = "CAPTIONS ";

    private final DeltaTable<String, CaptionRow> captions;
    private final RecordingCatalog recordings;
    private final DayAccess access;
    private final CaptionFiles files;
    private final Tickets tickets;

    CaptionCatalog(
            DeltaTable<String, CaptionRow> captions,
            RecordingCatalog recordings,
            DayAccess access,
            CaptionFiles files,
            Tickets tickets) {
        this.captions = captions;
        this.recordings = recordings;
        this.access = access;
        this.files = files;
        this.tickets = tickets;
    }

    /// By language.
    @PreAuthorize("isAuthenticated()")
    public List<Caption> of(Viewer viewer, Recording recording) {
        return access.mayOpen(viewer, recording.dayNumber(), recording.cohortId())
                ? captions.snapshot().select(CaptionRow.BY_RECORDING, recording.recordingId()).stream()
                        .sorted(Comparator.comparing(CaptionRow::language))
                        .map(row -> caption(viewer, row))
                        .toList()
                : List.of();
    }

    @PreAuthorize("hasRole('ADMIN')")
    public Caption show(Viewer admin, CaptionRow row) {
        return caption(admin, row);
    }

    private Caption caption(Viewer viewer, CaptionRow row) {
        var ticket = tickets.issue(viewer, SUBJECT + row.captionId());
        return new Caption(row.language(), row.label(), PATH + ticket + "/" + row.language() + ".vtt");
    }

    /// The file that the ticket opens.
    ///
    /// @throws PortalException NOT_FOUND for anything the ticket's holder may not have now, whatever the reason
    @PreAuthorize("permitAll()")
    public byte[] open(String ticket, String name) {
        return tickets.read(ticket)
                .flatMap(this::row)
                .filter(row -> name.equals(row.language() + ".vtt"))
                .flatMap(files::content)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, "There is nothing at this address."));
    }

    private Optional<CaptionRow> row(Ticket ticket) {
        if (!ticket.subject().startsWith(SUBJECT)) {
            return Optional.empty();
        }
        return captions.snapshot()
                .find(ticket.subject().substring(SUBJECT.length()))
                .filter(row -> recordings.mayPlay(ticket.viewer(), row.recordingId()));
    }
}
