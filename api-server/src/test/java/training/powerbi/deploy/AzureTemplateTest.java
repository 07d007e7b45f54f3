package training.powerbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.web.config.EnvironmentVariable;

class AzureTemplateTest {
    private static final Path ROOT = Path.of("..");
    private static final Path AZURE = ROOT.resolve("packaging/azure");
    private static final Set<String> FUNCTIONS = Set.of(
            "resourceGroup",
            "subscription",
            "uniqueString",
            "union",
            "empty",
            "take",
            "guid",
            "string",
            "subscriptionResourceId",
            "allowed",
            "minLength",
            "maxLength",
            "minValue",
            "maxValue",
            "secure");
    /// Of the platform, of Java and of Spring.
    private static final Set<String> OTHERS = Set.of(
            "SPRING_PROFILES_ACTIVE",
            "JAVA_OPTS",
            "WEBSITES_CONTAINER_STOP_TIME_LIMIT",
            "WEBSITES_CONTAINER_START_TIME_LIMIT",
            "WEBSITES_ENABLE_APP_SERVICE_STORAGE");

    private static Bicep template;
    private static Bicep parameters;

    @BeforeAll
    static void read() throws IOException {
        template = Bicep.read(AZURE.resolve("main.bicep"));
        parameters = Bicep.read(AZURE.resolve("main.bicepparam"));
    }

    @Test
    void whatIsNamedIsDeclaredAndWhatIsDeclaredIsNamed() {
        assertThat(template.unbalanced()).isEmpty();
        var declared = Stream.of("param", "var", "resource")
                .flatMap(kind -> template.names(kind).stream())
                .toList();
        assertThat(declared).doesNotHaveDuplicates();
        var unknown = new TreeSet<>(template.named());
        unknown.removeAll(declared);
        unknown.removeAll(FUNCTIONS);
        assertThat(unknown).isEmpty();

        assertThat(template.named()).containsAll(template.names("param")).containsAll(template.names("var"));
        assertThat(template.names("output")).doesNotHaveDuplicates().hasSizeGreaterThan(3);
    }

    @Test
    void theReaderFindsANameThatNothingDeclares() {
        var broken = new Bicep("", "resource a '' = {\n  name: nome\n  b: c.d\n}\n");
        assertThat(broken.named()).contains("nome", "c").doesNotContain("name", "b", "d");
        assertThat(new Bicep("", "a: [ { ] }").unbalanced()).isNotEmpty();
    }

    @Test
    void resourcesHaveATypeOfAKnownFormAndTheTemplateHasThoseOfThePicture() {
        assertThat(template.declared("resource"))
                .allSatisfy(each -> assertThat(each.type())
                        .matches("Microsoft\\.[A-Za-z]+(/[A-Za-z]+)+@20\\d\\d-\\d\\d-\\d\\d(-preview)?"));
        assertThat(template.declared("resource").stream()
                        .map(each -> each.type().replaceAll("@.*", "")))
                .contains(
                        "Microsoft.Web/serverfarms",
                        "Microsoft.Web/sites",
                        "Microsoft.Web/sites/config",
                        "Microsoft.KeyVault/vaults",
                        "Microsoft.KeyVault/vaults/secrets",
                        "Microsoft.Authorization/roleAssignments",
                        "Microsoft.OperationalInsights/workspaces",
                        "Microsoft.Insights/diagnosticSettings");
    }

    @Test
    void parametersAreDescribedAndSecretsAreNowhereToBeRead() {
        for (var name : template.names("param")) {
            assertThat(Pattern.compile(
                                    "@description\\('(?:[^'\\\\]|\\\\.)+'\\)\n(?:@[^\n]*\n(?:  [^\n]*\n|]\\)\n)*)*param "
                                            + name + " ")
                            .matcher(template.text())
                            .find())
                    .as("description of " + name)
                    .isTrue();
        }
        var secret = Pattern.compile("@secure\\(\\)\nparam (\\w+) string = ''\n")
                .matcher(template.text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(secret).containsExactlyInAnyOrder("secretKey", "metricsToken");
        assertThat(template.declared("output"))
                .noneMatch(each -> secret.stream().anyMatch(each.rest()::contains));
        assertThat(template.settings("settings").values())
                .noneMatch(value -> value.contains("secretKey") || value.contains("metricsToken"));
    }

    @Test
    void parametersOfTheFileAreTheTemplatesAndNoneThatIsNeededIsMissing() {
        assertThat(template.names("param")).containsAll(parameters.names("param"));
        var needed = template.declared("param").stream()
                .filter(each -> each.rest().isBlank())
                .map(Bicep.Declared::name)
                .toList();
        assertThat(needed).containsExactlyInAnyOrder("fabricWorkspaceId", "fabricLakehouseId");
        assertThat(parameters.names("param")).containsAll(needed);
    }

    @Test
    void everySettingIsOneTheServerOrThePlatformKnows() {
        var known = Arrays.stream(EnvironmentVariable.values()).map(Enum::name).collect(Collectors.toSet());
        known.addAll(OTHERS);
        var settings = template.settings("settings");

        assertThat(known).containsAll(settings.keySet());
        assertThat(settings)
                .containsEntry("STORE", "'onelake'")
                .containsEntry("TRUSTED_PROXIES", "'link-local'")
                .containsEntry("PORTAL_ADDRESS", "'0.0.0.0'")
                .containsKeys("PORT", "WEBSITES_PORT", "PUBLIC_URL", "FABRIC_WORKSPACE_ID", "FABRIC_LAKEHOUSE_ID")
                .doesNotContainKey("FABRIC_CLIENT_SECRET");
        assertThat(settings.get("SECRET_KEY")).startsWith("'@Microsoft.KeyVault(SecretUri=");
        assertThat(settings.get("METRICS_TOKEN")).startsWith("'@Microsoft.KeyVault(SecretUri=");
    }

    @Test
    void theAppIsReachedByTlsAloneAndWatched() {
        assertThat(template.block("app"))
                .contains(
                        "httpsOnly: true",
                        "minTlsVersion: '1.2'",
                        "scmMinTlsVersion: '1.2'",
                        "ftpsState: 'Disabled'",
                        "webSocketsEnabled: true",
                        "healthCheckPath: '/api/v1/health'",
                        "alwaysOn: size != 'F1'",
                        "httpLoggingEnabled: true",
                        "type: 'SystemAssigned'",
                        "type: 'UserAssigned'",
                        "'JAVA|25-java25'");
        assertThat(template.block("vault"))
                .contains("enableRbacAuthorization: true", "enablePurgeProtection: true")
                .as("at most 24 characters, the last no hyphen, whatever the portal's name is")
                .contains("name: 'kv${unique}'");
        assertThat(template.block("appReadsSecrets")).contains("scope: vault", "secretsUser");
        assertThat(template.block("diagnostics"))
                .contains("scope: app", "workspaceId: logs.id", "AppServiceConsoleLogs")
                .doesNotContain("AppServiceHTTPLogs");
        assertThat(template.block("noFtpPassword") + template.block("noScmPassword"))
                .doesNotContain("allow: true");
    }

    @Test
    void theJarRunsWithTheOptionsOfTheContainerAndTheService() throws IOException {
        var options = Files.readAllLines(ROOT.resolve("packaging/server/jvm-options.args")).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining(" "));

        assertThat(template.settings("settings")).containsEntry("JAVA_OPTS", "'" + options + "'");
    }

    /// A platform that kills sooner than the server is through cuts people off.
    @Test
    void whoeverStopsTheServerWaitsLongerThanItTakes() throws IOException {
        var settings =
                Files.readString(Path.of("src/main/resources/application.yaml")).split("\n---\n", -1)[0];
        int server = seconds(JsonMapper.shared()
                .<JsonNode>valueToTree(new Yaml().load(settings))
                .at("/spring/lifecycle/timeout-per-shutdown-phase")
                .asString());
        int service = seconds(value("packaging/server/training-portal.service", "TimeoutStopSec=(\\d+)"));
        int azure = seconds(value("packaging/azure/main.bicep", "WEBSITES_CONTAINER_STOP_TIME_LIMIT: '(\\d+)'"));

        assertThat(server + 10).isLessThanOrEqualTo(service);
        assertThat(service).isLessThanOrEqualTo(azure);
        assertThat(azure).as("the platform's own limit").isLessThanOrEqualTo(120);
    }

    private static int seconds(String text) {
        return Integer.parseInt(text.replaceAll("\\D", ""));
    }

    private static String value(String file, String pattern) throws IOException {
        var found = Pattern.compile(pattern).matcher(Files.readString(ROOT.resolve(file)));
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void azdFindsTemplateAndApp() throws IOException {
        Map<String, Object> azd = new Yaml().load(Files.readString(ROOT.resolve("azure.yaml")));
        assertThat(azd.get("infra"))
                .isEqualTo(Map.of("provider", "bicep", "path", "packaging/azure", "module", "main"));
        assertThat(azd.get("services"))
                .isEqualTo(Map.of(
                        "portal",
                        Map.of("project", ".", "language", "java", "host", "appservice", "dist", "api-server/target")));
        assertThat(template.block("app")).contains("'azd-service-name': 'portal'");
    }

    @Test
    void itsCompilerTakesItWhereThereIsOne() throws IOException, InterruptedException {
        var compiler = compiler();
        if (compiler.isEmpty()) {
            System.err.println(
                    "No bicep on the PATH: the template's structure was looked at, its compiler was not asked.");
            return;
        }
        for (var command : List.of(
                List.of("build", "--stdout", "main.bicep"), List.of("build-params", "--stdout", "main.bicepparam"))) {
            var words =
                    Stream.concat(Stream.of(compiler.get()), command.stream()).toList();
            var builder = new ProcessBuilder(words).directory(AZURE.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "FABRIC_WORKSPACE_ID", "00000000-0000-0000-0000-000000000001",
                            "FABRIC_LAKEHOUSE_ID", "00000000-0000-0000-0000-000000000002"));
            var process =
                    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).doesNotContain("Warning", "Error");
        }
    }

    private static Optional<String> compiler() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "bicep"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
