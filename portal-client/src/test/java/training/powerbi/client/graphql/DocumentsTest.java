package training.powerbi.client.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import training.powerbi.model.TrainingDay;

/// The operations against the schema that the server is built with.
class DocumentsTest {
    private static final GraphQLSchema SCHEMA = schema();

    private final Documents documents = new Documents();

    static List<String> operations() {
        return files(documentFolder()).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".graphql"))
                .map(name -> name.substring(0, name.length() - ".graphql".length()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theSchemaKnowsAllThatIsAskedFor(String operation) {
        var document = Parser.parse(documents.named(operation));

        assertThat(new Validator().validateDocument(SCHEMA, document, Locale.ENGLISH))
                .isEmpty();
        assertThat(document.getOperationDefinition(operation)).isPresent();
    }

    @Test
    void aFragmentComesOnceWhateverSpreadsIt() {
        assertThat(documents.named("Course").split("fragment Person ", -1)).hasSize(2);
    }

    private static GraphQLSchema schema() {
        var registry = new TypeDefinitionRegistry();
        shared("/graphql").forEach(text -> registry.merge(new SchemaParser().parse(text)));
        var wiring = RuntimeWiring.newRuntimeWiring();
        List.of("DateTime", "Long")
                .forEach(scalar -> wiring.scalar(GraphQLScalarType.newScalar()
                        .name(scalar)
                        .coercing(new AnyText())
                        .build()));
        return new SchemaGenerator().makeExecutableSchema(registry, wiring.build());
    }

    /// The texts in a folder of shared-model, which is a jar or, in an IDE, a folder itself.
    private static List<String> shared(String folder) {
        try {
            var home = Path.of(TrainingDay.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return texts(home.resolve(folder.substring(1)));
            }
            try (var jar = FileSystems.newFileSystem(home)) {
                return texts(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(Path folder) {
        return files(folder).stream().map(DocumentsTest::text).toList();
    }

    private static Path documentFolder() {
        try {
            return Path.of(Objects.requireNonNull(DocumentsTest.class.getResource(Documents.FOLDER))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
