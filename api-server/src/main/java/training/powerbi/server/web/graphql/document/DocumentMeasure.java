package training.powerbi.server.web.graphql.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Measures a document with its fragments spread. Each fragment is measured once, so nested fragments that
/// would spread to billions of fields cost no more than they are long.
final class DocumentMeasure {
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Measure> measured = new HashMap<>();

    DocumentMeasure(Document document) {
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
        }
    }

    Measure of(OperationDefinition operation) {
        int directives = operation.getDirectives().size();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            directives += variable.getDirectives().size();
        }
        return new Measure(0, 0, 0, directives, 0).beside(of(operation.getSelectionSet()));
    }

    Measure of(FragmentDefinition fragment) {
        Measure known = measured.get(fragment.getName());
        if (known != null) {
            return known;
        }
        // A fragment that reaches itself finds nothing here; the validation refuses the circle.
        measured.put(fragment.getName(), Measure.NOTHING);
        Measure measure =
                new Measure(0, 0, 0, fragment.getDirectives().size(), 0).beside(of(fragment.getSelectionSet()));
        measured.put(fragment.getName(), measure);
        return measure;
    }

    private Measure of(@Nullable SelectionSet set) {
        Measure sum = Measure.NOTHING;
        if (set == null) {
            return sum;
        }
        Set<String> seen = new HashSet<>();
        for (Selection<?> selection : set.getSelections()) {
            sum = sum.beside(
                    switch (selection) {
                        case Field field -> of(field, !seen.add(field.getResultKey()));
                        case InlineFragment inline ->
                            ofDirectives(inline.getDirectives().size()).beside(of(inline.getSelectionSet()));
                        case FragmentSpread spread ->
                            ofDirectives(spread.getDirectives().size()).beside(of(spread));
                        default -> Measure.NOTHING;
                    });
        }
        return sum;
    }

    private Measure of(FragmentSpread spread) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        return fragment == null ? Measure.NOTHING : of(fragment);
    }

    private Measure of(Field field, boolean repeated) {
        boolean aliased = field.getAlias() != null || repeated;
        boolean inspects = "__schema".equals(field.getName()) || "__type".equals(field.getName());
        Measure own = new Measure(0, 1, aliased ? 1 : 0, field.getDirectives().size(), inspects ? 1 : 0);
        return of(field.getSelectionSet()).below(own);
    }

    private static Measure ofDirectives(int count) {
        return new Measure(0, 0, 0, count, 0);
    }
}
