package training.powerbi.server.report;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.server.csv.Csv;

@RestController
class ReportFileController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final LakehouseReports reports;

    ReportFileController(LakehouseReports reports) {
        this.reports = reports;
    }

    @Operation(summary = "A report from the SQL endpoint as a CSV file; its name says when rows are left out")
    @GetMapping(path = "/api/v1/lakehouse-reports/{name}.csv", produces = "text/csv")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        var table = reports.read(name);
        var fileName = name + (table.truncated() ? "-first-" + table.rows().size() : "") + ".csv";
        var disposition = ContentDisposition.attachment().filename(fileName).build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Csv.of(table.columns(), table.rows()).getBytes(StandardCharsets.UTF_8));
    }
}
