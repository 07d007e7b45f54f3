package training.powerbi.server.web.graphql.document;

import graphql.GraphQLError;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.graphql.error.GraphQlFailure;

/// How much a document may ask for. Measured on the syntax tree with fragments spread, before validation,
/// whose own cost grows with the square of a hostile document's size.
@Component
public class DocumentLimits {
    static final int DEPTH = 8;
    static final int SHIPPED_DEPTH = 12;
    static final int COMPLEXITY = 500;
    static final int ALIASES = 15;
    static final int DIRECTIVES = 20;
    /// A schema browser's introspection goes deep; it is answered with DEBUG only.
    private static final int INTROSPECTION_DEPTH = 20;

    private final boolean introspection;
    private final ShippedOperations shipped;

    DocumentLimits(@Value("${portal.debug}") boolean debug, ShippedOperations shipped) {
        this.introspection = debug;
        this.shipped = shipped;
    }

    /// Empty when the document is within all limits.
    ///
    /// @param query the text the document was parsed from
    List<GraphQLError> violations(String query, Document document) {
        DocumentMeasure measure = new DocumentMeasure(document);
        Measure sum = Measure.NOTHING;
        for (Definition<?> definition : document.getDefinitions()) {
            switch (definition) {
                case OperationDefinition operation -> sum = sum.beside(measure.of(operation));
                case FragmentDefinition fragment -> sum = sum.or(measure.of(fragment));
                default -> {
                    // Type definitions are the validation's to refuse.
                }
            }
        }
        return errors(sum, shipped.contain(query) ? SHIPPED_DEPTH : DEPTH);
    }

    private List<GraphQLError> errors(Measure sum, int depth) {
        List<GraphQLError> errors = new ArrayList<>();
        boolean inspects = sum.introspection() > 0;
        check(sum.depth(), inspects && introspection ? INTROSPECTION_DEPTH : depth, "levels deep", errors);
        check(sum.fields(), COMPLEXITY, "fields", errors);
        check(sum.aliases(), ALIASES, "aliases and repeated fields", errors);
        check(sum.directives(), DIRECTIVES, "directives", errors);
        if (inspects && !introspection) {
            errors.add(error("Introspection is off; the schema is part of the portal's source."));
        }
        return errors;
    }

    private static void check(int actual, int limit, String of, List<GraphQLError> errors) {
        if (actual > limit) {
            errors.add(error("The document has more than " + limit + " " + of + "; ask for less at once."));
        }
    }

    private static GraphQLError error(String sentence) {
        return GraphQlFailure.of(Failure.badInput(null, sentence));
    }
}
