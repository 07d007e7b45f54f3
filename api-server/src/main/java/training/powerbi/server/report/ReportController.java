package training.powerbi.server.report;

import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ReportController {
    private final LakehouseReports reports;

    ReportController(LakehouseReports reports) {
        this.reports = reports;
    }

    @QueryMapping
    List<LakehouseReport> lakehouseReports() {
        return reports.all();
    }

    @MutationMapping
    LakehouseRefresh refreshLakehouse() {
        return reports.refresh();
    }

    @QueryMapping
    ReportTable lakehouseReport(@Argument String name) {
        return reports.read(name);
    }
}
