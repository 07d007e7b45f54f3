package training.powerbi.client.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import training.powerbi.client.graphql.GraphQlHttp;
import training.powerbi.client.http.Json;
import training.powerbi.client.http.SignedInHttp;
import training.powerbi.client.http.Unreachable;

/// Tables by GraphQL, files by REST.
final class PortalReports implements LakehouseReports {
    /// The portal waits for its turn, signs in at the endpoint and waits for the answer before it gives up.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SignedInHttp http;
    private final GraphQlHttp graphQl;

    PortalReports(SignedInHttp http, GraphQlHttp graphQl) {
        this.http = http;
        this.graphQl = graphQl;
    }

    @Override
    public List<LakehouseReport> all() {
        return graphQl.ask("LakehouseReports", Map.of(), new TypeReference<List<LakehouseReport>>() {});
    }

    @Override
    public ReportTable read(LakehouseReport report) {
        return graphQl.ask("LakehouseReport", Map.of("name", report.name()), ReportTable.class, PATIENCE);
    }

    @Override
    public String csv(LakehouseReport report) {
        var name = URLEncoder.encode(report.name(), StandardCharsets.UTF_8).replace("+", "%20");
        var answer = http.require(http.http()
                .request("/api/v1/lakehouse-reports/" + name + ".csv")
                .timeout(PATIENCE)
                .header("Accept", "text/csv, application/problem+json")
                .GET());
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv")) {
            throw Unreachable.notAPortal(http.http().portal(), null);
        }
        return answer.body();
    }

    @Override
    public Optional<MirrorState> mirror() {
        var answer = http.require(http.http()
                .request("/api/v1/health")
                .header("Accept", "application/json")
                .GET());
        try {
            var mirror = Json.MAPPER.readTree(answer.body()).at("/store/mirror");
            return mirror.isObject()
                    ? Optional.of(Json.MAPPER.treeToValue(mirror, MirrorState.class))
                    : Optional.empty();
        } catch (JacksonException e) {
            throw Unreachable.notAPortal(http.http().portal(), e);
        }
    }
}
