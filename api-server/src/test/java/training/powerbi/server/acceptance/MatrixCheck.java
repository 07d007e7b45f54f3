package training.powerbi.server.acceptance;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import training.powerbi.server.acceptance.VisibilityMatrix.Row;

/// Compares a running portal with the matrix.
record MatrixCheck(FullCourse course) {
    private static final JsonMapper JSON = new JsonMapper();

    /// A sentence for each row that the portal answers otherwise.
    List<String> differences(VisibilityMatrix matrix) {
        return matrix.rows().stream()
                .map(this::difference)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> difference(Row row) {
        var expected = course.named(row.expected());
        var actual = answer(row);
        boolean same = expected.equals("*") ? isValue(actual) : expected.equals(actual);
        return same ? Optional.empty() : Optional.of(row + ": expected " + expected + " but got " + actual);
    }

    private static boolean isValue(String answer) {
        return !answer.equals("null") && !answer.matches("[A-Z_]+");
    }

    /// The answer as the matrix writes it: JSON text or an error code.
    private String answer(Row row) {
        var token = course.token(row.probe().identity());
        var document = course.named(row.probe().document().replace("FIELD", row.field()));
        var response = course.portal().post(token.isEmpty() ? null : token, document, Map.of());
        var body = PortalHttp.json(response);
        if (response.statusCode() != 200) {
            return body.path("code").asString();
        }
        if (body.has("errors")) {
            return body.at("/errors/0/extensions/code").asString();
        }
        var field = row.field().split("[ ({]", 2)[0];
        return JSON.writeValueAsString(find(body.path("data"), field));
    }

    /// The value of the field, however deep it lies below the single selection of each level.
    private static JsonNode find(JsonNode node, String field) {
        if (node.isObject() && node.has(field)) {
            return node.get(field);
        }
        Iterator<JsonNode> children = node.values().iterator();
        return children.hasNext() ? find(children.next(), field) : NullNode.getInstance();
    }
}
