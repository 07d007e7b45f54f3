package training.powerbi.server.web.graphql.document;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class DocumentLimitsTest {
    private final ShippedOperations shipped = shipped();
    private final DocumentLimits limits = new DocumentLimits(false, shipped);

    /// As if the site sent a query of the deepest kind.
    private static ShippedOperations shipped() {
        var deep = new ByteArrayResource(nested(DocumentLimits.SHIPPED_DEPTH).getBytes(StandardCharsets.UTF_8));
        var tooDeep =
                new ByteArrayResource(nested(DocumentLimits.SHIPPED_DEPTH + 1).getBytes(StandardCharsets.UTF_8));
        try {
            return new ShippedOperations(new PathMatchingResourcePatternResolver() {
                @Override
                public Resource[] getResources(String pattern) {
                    return new Resource[] {deep, tooDeep};
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anOperationOfTheSiteGoesDeeperButOnlyInItsExactWords() {
        assertThat(refused(nested(DocumentLimits.SHIPPED_DEPTH))).isFalse();
        assertThat(refused(nested(DocumentLimits.SHIPPED_DEPTH) + " ")).isTrue();
        assertThat(refused(nested(DocumentLimits.SHIPPED_DEPTH + 1))).isTrue();
    }

    @Test
    void theLastAllowedDepthPassesAndTheNextDoesNot() {
        assertThat(refused(nested(DocumentLimits.DEPTH))).isFalse();
        assertThat(refused(nested(DocumentLimits.DEPTH + 1))).isTrue();
    }

    @Test
    void depthIsCountedThroughFragments() {
        var fragments = " fragment A on T { a { ...B } } fragment B on T { b { c { d { e { f { g { h } } } } } } }";
        assertThat(refused("{ x { ...A } }" + fragments)).isTrue();
    }

    @Test
    void theLastAllowedFieldPassesAndTheNextDoesNot() {
        assertThat(refused(fields(DocumentLimits.COMPLEXITY))).isFalse();
        assertThat(refused(fields(DocumentLimits.COMPLEXITY + 1))).isTrue();
    }

    @Test
    void fragmentsThatMultiplyAreCountedWithoutBeingSpread() {
        var query = new StringBuilder("{ ...F0 }");
        for (int i = 0; i < 60; i++) {
            query.append(
                    " fragment F%d on Query { a%d b%d { ...F%d } c%d { ...F%d } }".formatted(i, i, i, i + 1, i, i + 1));
        }
        query.append(" fragment F60 on Query { z }");
        assertThat(refused(query.toString())).isTrue();
    }

    @Test
    void aliasesAndRepetitionsShareOneLimit() {
        assertThat(refused("{" + " x: a".repeat(1) + aliased(14) + " }")).isFalse();
        assertThat(refused("{" + aliased(16) + " }")).isTrue();
        assertThat(refused("{" + " a".repeat(16) + " }")).isFalse();
        assertThat(refused("{" + " a".repeat(17) + " }")).isTrue();
    }

    @Test
    void aliasesInOperationsAddUp() {
        assertThat(refused("query A {" + aliased(8) + " } query B {" + aliased(8) + " }"))
                .isTrue();
    }

    @Test
    void directivesAreLimitedWhereverTheyStand() {
        assertThat(refused("{ a" + " @x".repeat(20) + " }")).isFalse();
        assertThat(refused("{ a" + " @x".repeat(21) + " }")).isTrue();
        assertThat(refused("query Q" + " @x".repeat(21) + " { a }")).isTrue();
        assertThat(refused("{ ... " + " @x".repeat(21) + " { a } }")).isTrue();
    }

    @Test
    void introspectionNeedsDebugAndMayThenGoDeep() {
        var deep =
                "{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } }";
        assertThat(refused("{ __schema { queryType { name } } }")).isTrue();
        assertThat(refused("{ __type(name: \"A\") { name } }")).isTrue();
        assertThat(refused("{ __typename }")).isFalse();
        assertThat(new DocumentLimits(true, shipped).violations(deep, Parser.parse(deep)))
                .isEmpty();
    }

    @Test
    void fragmentsInACircleAreLeftToTheValidation() {
        assertThat(refused("{ ...A } fragment A on Q { ...B } fragment B on Q { ...A }"))
                .isFalse();
    }

    private boolean refused(String query) {
        return !limits.violations(query, Parser.parse(query)).isEmpty();
    }

    private static String nested(int depth) {
        return "{ a".repeat(depth) + " }".repeat(depth);
    }

    private static String fields(int count) {
        var query = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            query.append(" f").append(i);
        }
        return query.append(" }").toString();
    }

    private static String aliased(int count) {
        var query = new StringBuilder();
        for (int i = 0; i < count; i++) {
            query.append(" a").append(i).append(": f");
        }
        return query.toString();
    }
}
