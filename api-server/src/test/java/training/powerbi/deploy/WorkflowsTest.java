package training.powerbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        var parsed = JsonMapper.shared().<JsonNode>valueToTree(new Yaml().load(workflow));
        assertThat(parsed.path("permissions")).hasToString("{\"contents\":\"read\"}");
        var jobs = parsed.path("jobs");
        assertThat(jobs.at("/build/permissions").isMissingNode()).isTrue();
        assertThat(jobs.at("/server/permissions")).hasToString("{\"id-token\":\"write\"}");
        assertThat(jobs.at("/site/permissions")).hasToString("{\"pages\":\"write\",\"id-token\":\"write\"}");
    }

    /// By hand it can be started on any branch.
    @Test
    void onlyWhatIsOnMainIsDeployed() {
        var jobs = JsonMapper.shared()
                .<JsonNode>valueToTree(new Yaml().load(workflow))
                .path("jobs");
        assertThat(jobs)
                .isNotEmpty()
                .allSatisfy(
                        job -> assertThat(job.path("if").asString("")).contains("github.ref == 'refs/heads/main' && "));
    }

    /// The test of the container's image mounts, which a container may not by itself.
    @ParameterizedTest
    @ValueSource(strings = {"azure", "verify"})
    void whereAllTestsRunTheyMayMount(String name) throws IOException {
        var read = Files.readString(ROOT.resolve(".github/workflows/" + name + ".yml"));
        var whole = JsonMapper.shared().<JsonNode>valueToTree(new Yaml().load(read));
        var testing = whole.path("jobs")
                .valueStream()
                .filter(job -> job.path("steps")
                        .valueStream()
                        .anyMatch(step -> step.path("run").asString("").equals(".ci/run")))
                .toList();
        assertThat(testing)
                .isNotEmpty()
                .allSatisfy(job ->
                        assertThat(job.at("/container/options").asString("")).isEqualTo("--privileged"));
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
