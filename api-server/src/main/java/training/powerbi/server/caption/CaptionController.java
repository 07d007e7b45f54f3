package training.powerbi.server.caption;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.model.Caption;
import training.powerbi.model.Recording;
import training.powerbi.server.account.Viewer;

@Controller
class CaptionController {
    private final CaptionCatalog catalog;
    private final CaptionSearch search;

    CaptionController(CaptionCatalog catalog, CaptionSearch search) {
        this.catalog = catalog;
        this.search = search;
    }

    @SchemaMapping
    List<Caption> captions(Recording recording, Viewer viewer) {
        return catalog.of(viewer, recording);
    }

    @QueryMapping
    List<CaptionHit> searchCaptions(Viewer viewer, @Argument String text, @Argument @Nullable Integer first) {
        return search.find(viewer, text, first);
    }
}
