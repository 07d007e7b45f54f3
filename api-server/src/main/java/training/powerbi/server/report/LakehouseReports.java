package training.powerbi.server.report;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.model.error.PortalException;

/// The reports, read when asked.
@Service
@PreAuthorize("hasRole('ADMIN')")
class LakehouseReports {
    private static final int MOST_ROWS = 10_000;

    private final SqlEndpoint endpoint;
    private final Lakehouse lakehouse;
    private final Clock clock;

    LakehouseReports(SqlEndpoint endpoint, Lakehouse lakehouse, Clock clock) {
        this.endpoint = endpoint;
        this.lakehouse = lakehouse;
        this.clock = clock;
    }

    List<LakehouseReport> all() {
        return Arrays.stream(StandardReport.values()).map(StandardReport::shown).toList();
    }

    LakehouseRefresh refresh() {
        return LakehouseRefresh.of(endpoint.refresh());
    }

    /// @throws PortalException BAD_USER_INPUT when there is none of that name
    ReportTable read(String name) {
        var report = StandardReport.named(name)
                .orElseThrow(() -> PortalException.badInput(
                        "name", "There is no such report. There are: " + StandardReport.names() + "."));
        var answer = endpoint.ask(report.select(), MOST_ROWS);
        var now = clock.instant();
        return ReportTable.of(
                report == StandardReport.TABLES ? new TableLag(lakehouse, now).beside(answer) : answer, now);
    }
}
