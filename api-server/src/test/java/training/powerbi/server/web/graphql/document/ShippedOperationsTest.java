package training.powerbi.server.web.graphql.document;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The operations of the site fit the schema and the limits.
class ShippedOperationsTest {
    private static final PathMatchingResourcePatternResolver RESOURCES = new PathMatchingResourcePatternResolver();
    private static GraphQLSchema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        var types = new TypeDefinitionRegistry();
        for (var file : RESOURCES.getResources("classpath*:graphql/**/*.graphqls")) {
            types.merge(new SchemaParser().parse(text(file)));
        }
        schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(types);
    }

    static List<Resource> files() throws IOException {
        return List.of(RESOURCES.getResources(ShippedOperations.FILES));
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachFileIsOneValidOperationOfItsName(Resource file) throws IOException {
        var document = Parser.parse(DocumentCache.environment(text(file)));
        var operations = document.getDefinitionsOfType(OperationDefinition.class);

        assertThat(operations)
                .extracting(OperationDefinition::getName)
                .containsExactly(Objects.requireNonNull(file.getFilename()).replace(".graphql", ""));
        assertThat(new Validator().validateDocument(schema, document, Locale.ENGLISH))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachFileIsWithinTheLimits(Resource file) throws IOException {
        var query = text(file);
        var document = Parser.parse(DocumentCache.environment(query));
        var limits = new DocumentLimits(false, new ShippedOperations(RESOURCES));

        assertThat(limits.violations(query, document)).isEmpty();
    }

    @Test
    void theSiteHasOperations() throws IOException {
        assertThat(files()).hasSizeGreaterThan(5);
    }
}
