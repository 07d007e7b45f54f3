package training.powerbi.desktop.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.report.LakehouseReport;
import training.powerbi.client.report.LakehouseReports;
import training.powerbi.client.report.MirrorState;
import training.powerbi.client.report.ReportTable;

/// A lakehouse that says what a test lays ready.
public final class FakeReports implements LakehouseReports {
    public static final LakehouseReport PROGRESS = new LakehouseReport("progress-by-day", "Progress by day");
    public static final LakehouseReport VIEWS = new LakehouseReport("views-by-recording", "Views by recording");

    /// What was asked, in order.
    public final List<String> asked = new ArrayList<>();

    public List<LakehouseReport> reports = List.of(
            PROGRESS,
            VIEWS,
            new LakehouseReport("activity-by-week", "Activity by week"),
            new LakehouseReport("tables", "Tables at the endpoint and in the portal"));
    public ReportTable table = progress();
    public @Nullable MirrorState mirror;
    private @Nullable RuntimeException refusal;

    /// The next call fails, once.
    public void refuse(RuntimeException with) {
        refusal = with;
    }

    /// Twelve days, of which nobody has begun the last.
    private static ReportTable progress() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (var day = 1; day <= 12; day++) {
            var average = day == 12 ? null : (100 - 8 * day) + ".5";
            rows.add(Arrays.asList("" + day, Samples.day(day).title(), "" + (24 - 2 * day), "" + (12 - day), average));
        }
        return new ReportTable(
                List.of("day_number", "title", "students_started", "students_finished", "average_percentage"),
                rows,
                false,
                Samples.MORNING);
    }

    private void hear(String call) {
        asked.add(call);
        var failure = refusal;
        refusal = null;
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public List<LakehouseReport> all() {
        hear("all");
        return reports;
    }

    @Override
    public ReportTable read(LakehouseReport report) {
        hear("read " + report.name());
        return table;
    }

    @Override
    public String csv(LakehouseReport report) {
        hear("csv " + report.name());
        return "day_number,title\r\n1,Žluťoučký kůň\r\n";
    }

    @Override
    public Optional<MirrorState> mirror() {
        return Optional.ofNullable(mirror);
    }
}
