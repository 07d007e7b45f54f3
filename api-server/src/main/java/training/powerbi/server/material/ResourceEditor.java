package training.powerbi.server.material;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;
import training.powerbi.server.curriculum.Curriculum;
import training.powerbi.server.curriculum.MaterialAddress;
import training.powerbi.server.curriculum.StoredFile;
import training.powerbi.server.curriculum.TextRule;
import training.powerbi.server.transfer.UploadForm;

/// Adds and removes resources of days. Bytes are on the disk before the row that names them, in one commit with its
/// audit row. Those of a removed one go with a later [MaterialSweep].
@Service
@PreAuthorize("hasRole('ADMIN')")
class ResourceEditor {
    private final DeltaTable<String, ResourceRow> resources;
    private final Curriculum curriculum;
    private final AuditTrail audit;
    private final Staging staging;
    private final ResourceFiles files;
    private final Clock clock;

    ResourceEditor(
            DeltaTable<String, ResourceRow> resources,
            Curriculum curriculum,
            AuditTrail audit,
            Staging staging,
            ResourceFiles files,
            Clock clock) {
        this.resources = resources;
        this.curriculum = curriculum;
        this.audit = audit;
        this.staging = staging;
        this.files = files;
        this.clock = clock;
    }

    ResourceRow link(Viewer admin, int dayNumber, String title, String url, @Nullable String key) {
        requireDay(admin, dayNumber);
        var attempt = begin(Attempt.by(admin.userId(), key, dayNumber, title, url));
        var address = MaterialAddress.check("url", url);
        if (address == null || !address.startsWith("https://")) {
            throw PortalException.badInput("url", "The url must be an https:// address.");
        }
        return add(
                admin,
                attempt,
                dayNumber,
                TextRule.title().check(title),
                new Content(address, null, ResourceRow.LINK_TYPE, 0));
    }

    ResourceRow upload(Viewer admin, int dayNumber, UploadForm form, @Nullable String key) {
        requireDay(admin, dayNumber);
        try (var upload = staging.receive(admin, form, Long.MAX_VALUE)) {
            var attempt = begin(Attempt.by(
                    admin.userId(),
                    key,
                    dayNumber,
                    upload.title(),
                    upload.fileName().name(),
                    upload.sha256()));
            var title = TextRule.title().check(upload.title());
            var id = attempt.newId("resource");
            var known = resources.snapshot().find(id);
            if (known.isPresent()) {
                return known.get();
            }
            var name = upload.fileName();
            var blob = files.keep(id, upload.blob());
            var content = new Content(
                    StoredFile.address(blob.path()),
                    name.name(),
                    FileType.of(name.name()).mediaType(),
                    upload.size());
            try {
                return add(admin, attempt, dayNumber, title, content);
            } catch (RuntimeException refused) {
                if (resources.snapshot().find(id).isEmpty()) {
                    files.delete(id);
                }
                throw refused;
            }
        }
    }

    private record Content(String url, @Nullable String fileName, String mediaType, long size) {}

    private void requireDay(Viewer admin, int dayNumber) {
        if (curriculum.day(admin, dayNumber).isEmpty()) {
            throw Days.notFound(dayNumber);
        }
    }

    private Attempt begin(Attempt attempt) {
        audit.done(attempt, ActionType.ADD_RESOURCE);
        return attempt;
    }

    private ResourceRow add(Viewer admin, Attempt attempt, int dayNumber, String title, Content content) {
        var row = new ResourceRow(
                attempt.newId("resource"),
                dayNumber,
                title,
                content.url(),
                content.fileName(),
                content.mediaType(),
                content.size(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                admin.userId(),
                true);
        Supplier<CommitNote> note =
                () -> audit.note(attempt, ActionType.ADD_RESOURCE, dayNumber, row.resourceId(), Map.of(), row.all());
        return resources
                .update(now -> now.find(row.resourceId())
                        .<Verdict<String, ResourceRow, ResourceRow>>map(Verdict::unchanged)
                        .orElseGet(() -> Verdict.upsert(row, note.get())))
                .answer();
    }

    /// @throws PortalException NOT_FOUND when there is no such resource, or none any more
    ResourceRow remove(Viewer admin, String resourceId, @Nullable String key) {
        var attempt = Attempt.by(admin.userId(), key, resourceId);
        boolean repeated = audit.done(attempt, ActionType.REMOVE_RESOURCE);
        return resources
                .update(now -> {
                    var found = now.find(resourceId)
                            .filter(resource -> repeated || resource.isActive())
                            .orElseThrow(() -> new PortalException(
                                    ErrorCode.NOT_FOUND, "There is no such resource; it may have been removed."));
                    return found.isActive() && !repeated
                            ? Verdict.upsert(
                                    found.removed(),
                                    audit.note(
                                            attempt,
                                            ActionType.REMOVE_RESOURCE,
                                            found.dayNumber(),
                                            resourceId,
                                            found.all(),
                                            Map.of()))
                            : Verdict.unchanged(found);
                })
                .answer();
    }
}
