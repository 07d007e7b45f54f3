package training.powerbi.server.material;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.model.Resource;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.Perspective;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Attempt;

@Controller
class MaterialController {
    private final ResourceCatalog catalog;
    private final ResourceEditor resources;
    private final PresentationEditor presentations;

    MaterialController(ResourceCatalog catalog, ResourceEditor resources, PresentationEditor presentations) {
        this.catalog = catalog;
        this.resources = resources;
        this.presentations = presentations;
    }

    @SchemaMapping
    Optional<String> presentationUrl(TrainingDay day, Viewer viewer) {
        return Optional.ofNullable(catalog.addressed(viewer, day).presentationUrl());
    }

    @SchemaMapping
    List<Resource> resources(TrainingDay day, Perspective who) {
        return catalog.ofDay(who, day.dayNumber());
    }

    @MutationMapping
    TrainingDay setPresentation(
            Viewer viewer, Attempt attempt, @Argument int dayNumber, @Argument @Nullable String url) {
        return presentations.link(viewer, attempt, dayNumber, url);
    }

    @MutationMapping
    Resource addResource(
            Viewer viewer, Attempt attempt, @Argument int dayNumber, @Argument String title, @Argument String url) {
        return resources.link(viewer, attempt, dayNumber, title, url);
    }

    @MutationMapping
    Resource removeResource(Viewer viewer, Attempt attempt, @Argument String resourceId) {
        return resources.remove(viewer, attempt, resourceId);
    }
}
