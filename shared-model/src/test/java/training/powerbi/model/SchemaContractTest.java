package training.powerbi.model;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The schema keeps what clients outside this repository were promised.
class SchemaContractTest {
    private static final Path CONTRACT = Path.of("src/test/resources/contract/api.graphqls");
    private static final Path SCHEMA = Path.of("src/main/resources/graphql");

    @Test
    void theSchemaHasEverythingPromised() throws IOException {
        assertThat(SchemaComparison.missing(parse(Files.readString(CONTRACT)), parse(schemaText())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            description: String!    | description: String     | TrainingDay.description is String instead of String!
            unlockAllDays(          | unlockEveryDay(         | Mutation.unlockAllDays is missing
            first: Int = 50, after  | first: Int = 20, after  | Query.users(first) is Int = 20 instead of Int = 50
            trainingDay(dayNumber   | trainingDay(number      | Query.trainingDay(dayNumber) is absent instead of Int!
            videoUrl: String!       | shelf: ID!, videoUrl: String! | demands shelf, which older clients do not send
            DIRECT                  | ELSEWHERE               | VideoPlatform is
            """)
    void aBrokenPromiseIsSeen(String kept, String broken, String sentence) throws IOException {
        var schema = schemaText();
        assertThat(schema).contains(kept);

        assertThat(SchemaComparison.missing(parse(Files.readString(CONTRACT)), parse(schema.replace(kept, broken))))
                .anySatisfy(difference -> assertThat(difference).contains(sentence));
    }

    private static String schemaText() throws IOException {
        try (var files = Files.list(SCHEMA)) {
            return files.sorted().map(SchemaContractTest::read).collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static GraphQLSchema parse(String text) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(text));
    }
}
