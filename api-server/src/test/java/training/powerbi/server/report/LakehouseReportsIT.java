package training.powerbi.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.server.acceptance.RunningPortal;

/// Reports as clients get them, over an endpoint that answers at once.
class LakehouseReportsIT {
    private static final String STUDENT = "reader@example.com";

    @TempDir
    private static Path data;

    private static RunningPortal portal;
    private static String student;

    @Configuration(proxyBeanMethods = false)
    static class Endpoint {
        @Bean
        @Primary
        SqlEndpoint answering() {
            return new SqlEndpoint() {
                @Override
                public SqlEndpoint.Answer ask(String select, int most) {
                    return select.contains("rows_at_endpoint") ? tables() : views(select, most);
                }

                @Override
                public Sync refresh() {
                    return new Sync(
                            true, List.of(new SyncedTable("users", "Success", Instant.parse("2026-11-30T14:00:00Z"))));
                }
            };
        }

        private static SqlEndpoint.Answer tables() {
            return new SqlEndpoint.Answer(
                    List.of("table", "rows_at_endpoint", "newest_at_endpoint"),
                    List.of(Arrays.asList("training_content", "10", null)),
                    false);
        }

        private static SqlEndpoint.Answer views(String select, int most) {
            assertThat(most).isEqualTo(10_000);
            List<List<@Nullable String>> rows = new ArrayList<>();
            rows.add(Arrays.asList("1", "=cmd()", null));
            return new SqlEndpoint.Answer(List.of("day_number", "title", "views"), rows, select.contains("view_count"));
        }
    }

    @BeforeAll
    static void start() {
        portal = RunningPortal.with(List.of(Endpoint.class), data);
        student = portal.register(STUDENT).path("access_token").asString();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void anAdminSeesWhatThereIsAndReadsIt() {
        var admin = portal.adminToken();
        var all = portal.data(admin, "{ lakehouseReports { name title } }").path("lakehouseReports");
        var report = portal.data(admin, ask("progress-by-day")).path("lakehouseReport");

        assertThat(all.valueStream().map(each -> each.path("name").asString()))
                .containsExactly("progress-by-day", "views-by-recording", "activity-by-week", "tables");
        assertThat(report.path("rows").toString()).isEqualTo("[[\"1\",\"=cmd()\",null]]");
        assertThat(report.path("truncated").asBoolean()).isFalse();
        assertThat(report.path("asOf").asString()).endsWith("Z");
    }

    @Test
    void theTablesShowHowFarTheEndpointIsBehind() {
        var report = portal.data(portal.adminToken(), ask("tables")).path("lakehouseReport");

        assertThat(report.path("columns").toString())
                .endsWith("\"rows_in_portal\",\"rows_not_at_endpoint\",\"lag_seconds\"]");
        var row = report.at("/rows/0");
        assertThat(row.toString()).startsWith("[\"training_content\",\"10\",null,\"12\",\"2\",");
        assertThat(Long.parseLong(row.path(5).asString())).isNotNegative();
    }

    @Test
    void theEndpointIsAskedToLookNow() {
        var refresh = "mutation { refreshLakehouse { finished tables { name status syncedAt } } }";

        var answer = portal.data(portal.adminToken(), refresh).path("refreshLakehouse");

        assertThat(answer.path("finished").asBoolean()).isTrue();
        assertThat(answer.at("/tables/0/name").asString()).isEqualTo("users");
        assertThat(answer.at("/tables/0/syncedAt").asString()).startsWith("2026-11-30T14:00:00");
        assertThat(portal.ask(student, refresh).at("/errors/0/extensions/code").asString())
                .isEqualTo("ACCESS_DENIED");
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThereAre() {
        var error =
                portal.ask(portal.adminToken(), ask("users; DROP TABLE users")).at("/errors/0");

        assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("message").asString()).contains("progress-by-day, views-by-recording");
        assertThat(get("users", portal.adminToken()).statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyElseReadsThem() {
        assertThat(portal.ask(student, ask("tables"))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("ACCESS_DENIED");
        assertThat(portal.ask(student, "{ lakehouseReports { name } }")
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("ACCESS_DENIED");
        assertThat(get("tables", student).statusCode()).isEqualTo(403);
        assertThat(get("tables", null).statusCode()).isEqualTo(401);
    }

    @Test
    void aFileOpensInASpreadsheetWithoutRunningAnything() {
        var file = get("views-by-recording", portal.adminToken());

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("day_number,title,views\r\n1,'=cmd(),\r\n");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment")
                .contains("views-by-recording-first-1.csv");
    }

    private static HttpResponse<String> get(String name, @Nullable String token) {
        return portal.rest("GET", "/api/v1/lakehouse-reports/" + name + ".csv", token, null);
    }

    private static String ask(String name) {
        return "{ lakehouseReport(name: \"" + name + "\") { columns rows truncated asOf } }";
    }
}
