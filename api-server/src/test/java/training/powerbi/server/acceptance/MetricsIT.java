package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import training.powerbi.server.testing.NamedMetrics;

/// A portal with a token for whoever collects its metrics.
class MetricsIT {
    private static final String SCRAPER = "a-token-for-metrics-and-nothing-else-at-all";
    private static final String METRICS = "/api/v1/metrics";
    /// Exported by a server whose tables are, or are copied, elsewhere: FabricIT looks.
    private static final List<String> ELSEWHERE = List.of("portal_onelake_", "portal_mirror_");

    @TempDir
    private static Path data;

    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = RunningPortal.over(data, "portal.metrics.token=" + SCRAPER);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void allThatDashboardAndAlertsAskForIsExported() throws IOException {
        portal.data(portal.adminToken(), "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
        var exported =
                NamedMetrics.labelsIn(portal.rest("GET", METRICS, SCRAPER, null).body());
        var named = NamedMetrics.withLabels();
        named.keySet().removeIf(name -> ELSEWHERE.stream().anyMatch(name::startsWith));

        assertThat(named).hasSizeGreaterThan(15);
        named.forEach((name, labels) -> {
            assertThat(exported).containsKey(name);
            assertThat(exported.get(name)).as("labels of " + name).containsAll(labels);
        });
    }

    @Test
    void alertsSayWhatHappenedAndWhatToDo() throws IOException {
        var alerts = NamedMetrics.alerts();

        assertThat(alerts).hasSizeGreaterThan(8);
        assertThat(alerts.stream().map(rule -> rule.get("alert"))).doesNotHaveDuplicates();
        for (var rule : alerts) {
            assertThat(String.valueOf(rule.get("annotations"))).contains("summary=", "description=");
            assertThat(String.valueOf(rule.get("labels"))).containsAnyOf("severity=page", "severity=ticket");
        }
    }

    @Test
    void panelsHaveATitleAndAPlaceOfTheirOwn() throws IOException {
        var places = NamedMetrics.panels().stream()
                .map(panel -> panel.at("/gridPos/x").asInt() + ","
                        + panel.at("/gridPos/y").asInt());

        assertThat(places).doesNotHaveDuplicates();
        assertThat(NamedMetrics.panels())
                .noneMatch(panel -> panel.path("title").asString("").isEmpty());
    }

    @Test
    void metricsAreReadByAdminsAndTheTokenAlone() {
        var student =
                portal.register("metrics@example.com").path("access_token").asString();

        assertThat(portal.rest("GET", METRICS, null, null).statusCode()).isEqualTo(401);
        assertThat(portal.rest("GET", METRICS, SCRAPER + "x", null).statusCode())
                .isEqualTo(401);
        assertThat(portal.rest("GET", METRICS, student, null).statusCode()).isEqualTo(403);
        assertThat(portal.rest("GET", METRICS, portal.adminToken(), null).statusCode())
                .isEqualTo(200);
        assertThat(portal.rest("GET", METRICS, SCRAPER, null).statusCode()).isEqualTo(200);
        assertThat(portal.rest("GET", METRICS + "/", SCRAPER, null).statusCode())
                .isEqualTo(200);
        assertThat(portal.rest("GET", METRICS, SCRAPER, null).body())
                .doesNotContain("metrics@example.com")
                .doesNotContain(SCRAPER);
    }

    @Test
    void theTokenOpensNothingElse() {
        var opened = new ArrayList<String>();
        for (var pattern : patterns()) {
            for (var method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
                var path = pattern.replaceAll("\\{[^}]*}", "x");
                int status = portal.rest(method, path, SCRAPER, null).statusCode();
                if (status < 400) {
                    opened.add(method + " " + path);
                }
            }
        }
        assertThat(opened).containsExactlyInAnyOrder("GET " + METRICS, "HEAD " + METRICS);
        assertThat(portal.post(SCRAPER, "{ courseOutline { title } }", java.util.Map.of())
                        .statusCode())
                .isEqualTo(401);
    }

    private static Iterable<String> patterns() {
        var patterns = new TreeSet<>(List.of("/graphql", "/", "/api/v1/metrics/x", "/api/v1//metrics"));
        portal.context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .map(RequestMappingInfo::getPatternValues)
                .forEach(patterns::addAll);
        assertThat(patterns).hasSizeGreaterThan(25).contains(METRICS);
        return patterns;
    }
}
