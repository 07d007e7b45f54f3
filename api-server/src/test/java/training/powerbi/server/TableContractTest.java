package training.powerbi.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import training.powerbi.lakehouse.TableDefinition;

/// The tables begin with the columns that programs reading the lakehouse were promised.
class TableContractTest {
    private static final Path CONTRACT = Path.of("src/test/resources/contract/tables.sql");
    private static final Pattern COLUMN = Pattern.compile("^ +(\\w+) ([A-Z]+),?$", Pattern.MULTILINE);
    private static final Pattern CAPITAL = Pattern.compile("(?=[A-Z])");

    /// Column types by the Java type that is stored so.
    private enum Stored {
        STRING,
        INT,
        BOOLEAN,
        FLOAT,
        TIMESTAMP,
        OTHER;

        static Stored of(Class<?> type) {
            if (type == int.class || type == Integer.class) {
                return INT;
            }
            if (type == boolean.class || type == Boolean.class) {
                return BOOLEAN;
            }
            if (type == float.class || type == Float.class) {
                return FLOAT;
            }
            if (type == Instant.class) {
                return TIMESTAMP;
            }
            return type == String.class || type.isEnum() ? STRING : OTHER;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "users, account.user.UserRow",
        "training_content, curriculum.TrainingContentRow",
        "recordings, recording.RecordingRow",
        "user_progress, progress.UserProgressRow",
        "admin_actions, audit.chain.AdminActionRow"
    })
    void beginsWithThePromisedColumns(String table, String row) throws Exception {
        var definition = definition(Class.forName("training.powerbi.server." + row));
        var promised = promised(table);

        assertThat(definition.name()).isEqualTo(table);
        assertThat(columns(definition.type())).startsWith(promised.toArray(String[]::new));
    }

    @Test
    void theContractListsFiveTables() throws IOException {
        assertThat(Files.readString(CONTRACT).split("CREATE TABLE", -1)).hasSize(6);
        assertThat(promised("recordings")).hasSize(10).contains("is_active BOOLEAN");
    }

    private static TableDefinition<?, ?> definition(Class<?> row) throws ReflectiveOperationException {
        var field = row.getDeclaredField("DEFINITION");
        field.setAccessible(true);
        return (TableDefinition<?, ?>) field.get(null);
    }

    private static List<String> promised(String table) throws IOException {
        var text = Files.readString(CONTRACT);
        var start = text.indexOf("CREATE TABLE " + table + " (");
        return COLUMN.matcher(text.substring(start, text.indexOf(';', start)))
                .results()
                // A table format without a type for JSON keeps it as text.
                .map(column -> column.group(1) + " " + column.group(2).replace("JSON", "STRING"))
                .toList();
    }

    private static List<String> columns(Class<? extends Record> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(TableContractTest::column)
                .toList();
    }

    private static String column(RecordComponent component) {
        var name = CAPITAL.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT);
        return name + " " + Stored.of(component.getType());
    }
}
