package training.powerbi.server.material;

import java.util.Comparator;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Resource;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.Perspective;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.curriculum.Presentations;
import training.powerbi.server.store.Revisions;

/// Reads what belongs to a day besides its recordings. A student gets what belongs to open days only.
@Service
class ResourceCatalog {
    static final Comparator<ResourceRow> OLDEST_FIRST =
            Comparator.comparing(ResourceRow::uploadedAt).thenComparing(ResourceRow::resourceId);

    private final DeltaTable<String, ResourceRow> resources;
    private final DayAccess access;
    private final MaterialAddresses addresses;
    private final Revisions revisions;
    private final Presentations presentations;

    ResourceCatalog(
            DeltaTable<String, ResourceRow> resources,
            DayAccess access,
            MaterialAddresses addresses,
            Revisions revisions,
            Presentations presentations) {
        this.resources = resources;
        this.access = access;
        this.addresses = addresses;
        this.revisions = revisions;
        this.presentations = presentations;
    }

    @PreAuthorize("isAuthenticated()")
    public List<Resource> ofDay(Perspective who, int dayNumber) {
        if (!access.mayOpen(who, dayNumber)) {
            return List.of();
        }
        var all = revisions.read(resources);
        return all.rows().select(ResourceRow.BY_DAY, dayNumber).stream()
                .filter(ResourceRow::isActive)
                .sorted(OLDEST_FIRST)
                .map(row -> addresses.resource(who.viewer(), row, all.revision()))
                .toList();
    }

    /// The day with the address under which this viewer gets its slides.
    @PreAuthorize("isAuthenticated()")
    public TrainingDay addressed(Viewer viewer, TrainingDay day) {
        var stored = day.presentationUrl();
        if (stored == null) {
            return day;
        }
        // The day may be older than the table is by now.
        var fileName = presentations
                .slides(day.dayNumber())
                .filter(slides -> slides.address().equals(stored))
                .map(Presentations.Slides::fileName)
                .orElse(null);
        return day.withPresentationUrl(addresses
                .presentation(viewer, day.dayNumber(), stored, fileName)
                .orElse(null));
    }
}
