package training.powerbi.server.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import training.powerbi.model.error.PortalException;

class DotEnvFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KEY=plain | plain",
                "KEY = spaced out  | spaced out",
                "export KEY=exported | exported",
                "KEY=\"double # quoted\" # comment | double # quoted",
                "KEY='single \\n \"quoted\"' | single \\n \"quoted\"",
                "KEY=\"a \\\"b\\\" \\\\ c\" | a \"b\" \\ c",
                "KEY=value # comment | value",
                "KEY=pass#word | pass#word",
                "KEY=[\"https://a.example\", \"https://b.example\"] | [\"https://a.example\", \"https://b.example\"]",
                "KEY=a=b | a=b"
            })
    void aLineGivesItsValue(String line, String value) {
        assertThat(DotEnvFile.parse(List.of(line))).containsExactlyInAnyOrderEntriesOf(java.util.Map.of("KEY", value));
    }

    @Test
    void commentsAndBlankLinesAreSkippedAndTheLastValueCounts() {
        var variables = DotEnvFile.parse(List.of("# A=1", "", "  ", "B=1", "B=2", "C="));
        assertThat(variables).hasSize(2).containsEntry("B", "2").containsEntry("C", "");
    }

    @Test
    void aLineThatIsNoAssignmentIsNamedByNumberOnly() {
        assertThatThrownBy(() -> DotEnvFile.parse(List.of("A=1", "my secret")))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("secret");
    }

    @Test
    void noFileIsNoVariables(@TempDir Path folder) throws Exception {
        assertThat(DotEnvFile.read(folder.resolve(".env"))).isEmpty();
        Files.write(folder.resolve(".env"), "A=caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DotEnvFile.read(folder.resolve(".env")))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("UTF-8");
    }
}
