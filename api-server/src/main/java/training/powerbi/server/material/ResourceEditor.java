package training.powerbi.server.material;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Resource;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.curriculum.Curriculum;
import training.powerbi.server.curriculum.MaterialAddress;
import training.powerbi.server.curriculum.StoredFile;
import training.powerbi.server.curriculum.TextRule;
import training.powerbi.server.material.file.FileType;
import training.powerbi.server.store.Committed;
import training.powerbi.server.store.Revisions;
import training.powerbi.server.transfer.UploadForm;

/// Adds and removes resources of days. Bytes are on the disk before the row that names them, in one commit with its
/// audit row. Those of a removed one go with a later [MaterialSweep].
@Service
@PreAuthorize("hasRole('ADMIN')")
class ResourceEditor {
    private final DeltaTable<String, ResourceRow> resources;
    private final Curriculum curriculum;
    private final Changes changes;
    private final Staging staging;
    private final ResourceFiles files;
    private final MaterialAddresses addresses;
    private final Revisions revisions;

    ResourceEditor(
            DeltaTable<String, ResourceRow> resources,
            Curriculum curriculum,
            Changes changes,
            Staging staging,
            ResourceFiles files,
            MaterialAddresses addresses,
            Revisions revisions) {
        this.resources = resources;
        this.curriculum = curriculum;
        this.changes = changes;
        this.staging = staging;
        this.files = files;
        this.addresses = addresses;
        this.revisions = revisions;
    }

    Resource link(Viewer admin, Attempt attempt, int dayNumber, String title, String url) {
        requireDay(admin, dayNumber);
        var action = attempt.to(ActionType.ADD_RESOURCE, dayNumber, title, url);
        requireFreeKey(action);
        var address = MaterialAddress.check("url", url);
        if (address == null || !address.startsWith("https://")) {
            throw PortalException.badInput("url", "The url must be an https:// address.");
        }
        return add(
                admin,
                action,
                dayNumber,
                TextRule.title().check(title),
                new Content(address, null, ResourceRow.LINK_TYPE, 0));
    }

    Resource upload(Viewer admin, Attempt attempt, int dayNumber, UploadForm form) {
        requireDay(admin, dayNumber);
        try (var upload = staging.receive(admin, form, Long.MAX_VALUE)) {
            var name = upload.fileName().name();
            var action = attempt.to(ActionType.ADD_RESOURCE, dayNumber, upload.title(), name, upload.sha256());
            requireFreeKey(action);
            var title = TextRule.title().check(upload.title());
            var id = action.newId("resource");
            var all = revisions.read(resources);
            var known = all.rows().find(id);
            if (known.isPresent()) {
                return addresses.resource(admin, known.get(), all.revision());
            }
            var blob = files.keep(id, upload.blob());
            var content = new Content(
                    StoredFile.address(blob.path()), name, FileType.of(name).mediaType(), upload.size());
            try {
                return add(admin, action, dayNumber, title, content);
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
        if (curriculum.day(admin, dayNumber, null).isEmpty()) {
            throw Days.notFound(dayNumber);
        }
    }

    /// What was added before is found by its id; only a key that belongs to something else is refused.
    private void requireFreeKey(Action action) {
        changes.made(action);
    }

    private Resource add(Viewer admin, Action action, int dayNumber, String title, Content content) {
        var id = action.newId("resource");
        return show(admin, changes.create(action, resources, id, at -> {
            var row = new ResourceRow(
                    id,
                    dayNumber,
                    title,
                    content.url(),
                    content.fileName(),
                    content.mediaType(),
                    content.size(),
                    at,
                    admin.userId(),
                    true);
            return Change.of(row, new Entry(dayNumber, id, Map.of(), row.all()));
        }));
    }

    /// @throws PortalException NOT_FOUND when there is no such resource, or none any more
    Resource remove(Viewer admin, Attempt attempt, String resourceId) {
        var action = attempt.to(ActionType.REMOVE_RESOURCE, resourceId);
        return show(admin, changes.edit(action, resources, resourceId, ResourceEditor::notFound, (row, at) -> {
            if (!row.isActive()) {
                throw notFound();
            }
            return Change.of(row.removed(), new Entry(row.dayNumber(), resourceId, row.all(), Map.of()));
        }));
    }

    private Resource show(Viewer admin, Committed<ResourceRow> row) {
        return addresses.resource(admin, row.answer(), row.revision());
    }

    private static PortalException notFound() {
        return new PortalException(ErrorCode.NOT_FOUND, "There is no such resource; it may have been removed.");
    }
}
