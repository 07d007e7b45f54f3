package training.powerbi.server.web.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import training.powerbi.server.web.graphql.document.DocumentCache;
import training.powerbi.server.web.graphql.scalar.LongNumbers;

/// What may be asked without a token: the course outline and nothing beside it. The services decide again;
/// this only turns a refusal inside an answer into a plain 401.
final class AnonymousOperations {
    /// The parser needs tens of microseconds for each letter that is not English, and anyone may come here.
    private static final int LONGEST = 4_000;

    private static final Set<String> OPEN = Set.of("courseOutline", "__typename");

    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> seen = new HashSet<>();

    private AnonymousOperations(Document document) {
        fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (first, _) -> first));
    }

    /// Whether every operation of the document asks for open fields only.
    static boolean allow(String query) {
        if (query.length() > LONGEST || LongNumbers.in(query)) {
            return false;
        }
        Document document;
        try {
            document = Parser.parse(DocumentCache.environment(query));
        } catch (InvalidSyntaxException e) {
            return false;
        }
        AnonymousOperations operations = new AnonymousOperations(document);
        var all = document.getDefinitionsOfType(OperationDefinition.class);
        return !all.isEmpty() && all.stream().allMatch(operations::isOpen);
    }

    private boolean isOpen(OperationDefinition operation) {
        return operation.getOperation() == OperationDefinition.Operation.QUERY && isOpen(operation.getSelectionSet());
    }

    private boolean isOpen(SelectionSet set) {
        return set.getSelections().stream().allMatch(this::isOpen);
    }

    private boolean isOpen(Selection<?> selection) {
        return switch (selection) {
            case Field field -> OPEN.contains(field.getName());
            case InlineFragment inline -> isOpen(inline.getSelectionSet());
            case FragmentSpread spread -> {
                FragmentDefinition fragment = fragments.get(spread.getName());
                yield fragment != null && (!seen.add(spread.getName()) || isOpen(fragment.getSelectionSet()));
            }
            default -> false;
        };
    }
}
