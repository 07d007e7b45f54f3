package training.powerbi.server.web.graphql.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The operations that the site sends, known by their exact text. They were measured when they were written, so they
/// may go deeper than what strangers send.
@Component
public class ShippedOperations {
    static final String FILES = "classpath*:static/graphql/*.graphql";

    private final Set<String> texts = new HashSet<>();

    ShippedOperations(ResourcePatternResolver resources) throws IOException {
        for (Resource file : resources.getResources(FILES)) {
            texts.add(file.getContentAsString(StandardCharsets.UTF_8));
        }
    }

    boolean contain(String query) {
        return texts.contains(query);
    }
}
