package training.powerbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The workflow that deploys, and the how-to that leads through it.
class WorkflowsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern USED = Pattern.compile("uses: (\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("vars\\.([A-Z_]+)");
    private static final Pattern SUM =
            Pattern.compile("(?m)^\\| [^|]+ \\| ([0-9.]+(?: × [0-9.]+)+) \\| ([0-9.]+) \\|$");

    private static String workflow;
    private static String howTo;

    @BeforeAll
    static void read() throws IOException {
        workflow = Files.readString(ROOT.resolve(".github/workflows/azure.yml"));
        howTo = Files.readString(ROOT.resolve("docs/howto/host-on-azure.md"));
    }

    @Test
    void actionsArePinnedToACommit() {
        assertThat(USED.matcher(workflow).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(5)
                .allMatch(action -> action.matches("[a-z-]+/[a-z-]+@[0-9a-f]{40}"));
    }

    @Test
    void nothingSecretIsStoredAndEachJobMayDoWhatItMust() {
        assertThat(workflow).doesNotContain("secrets.");
        Map<String, Object> parsed = new Yaml().load(workflow);
        assertThat(parsed.get("permissions")).isEqualTo(Map.of("contents", "read"));
        var jobs = (Map<?, ?>) parsed.get("jobs");
        assertThat(permissions(jobs, "build")).isNull();
        assertThat(permissions(jobs, "server")).isEqualTo(Map.of("id-token", "write"));
        assertThat(permissions(jobs, "site")).isEqualTo(Map.of("pages", "write", "id-token", "write"));
    }

    private static Object permissions(Map<?, ?> jobs, String job) {
        return ((Map<?, ?>) jobs.get(job)).get("permissions");
    }

    /// What an expression brings is text of somebody's: a script gets it by the environment.
    @Test
    void noScriptHasAnExpressionWithinIt() {
        assertThat(workflow.lines().filter(line -> line.contains("run:"))).noneMatch(line -> line.contains("${{"));
    }

    @Test
    void theHowToNamesWhatIsToBeSet() throws IOException {
        assertThat(howTo)
                .contains(VARIABLE.matcher(workflow)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
        var outputs = Bicep.read(ROOT.resolve("packaging/azure/main.bicep")).names("output");
        assertThat(outputs).contains("portalUrl", "appName", "identityName");
        var asked = Pattern.compile("readEnvironmentVariable\\('([A-Z_]+)'")
                .matcher(Files.readString(ROOT.resolve("packaging/azure/main.bicepparam")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(howTo).contains(asked);
    }

    @Test
    void theSumsAreRight() {
        var rows = SUM.matcher(howTo).results().toList();
        assertThat(rows).hasSizeGreaterThan(6);
        for (var row : rows) {
            var product = Arrays.stream(row.group(1).split(" × ", -1))
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ONE, BigDecimal::multiply);
            assertThat(product.setScale(2, RoundingMode.HALF_UP))
                    .as(row.group())
                    .isEqualTo(row.group(2));
        }
    }
}
