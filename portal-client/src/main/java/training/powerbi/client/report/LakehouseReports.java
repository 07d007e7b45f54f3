package training.powerbi.client.report;

import java.util.List;
import java.util.Optional;

/// What the lakehouse's SQL endpoint says of the course, by way of the portal. Calls block, some for half a minute;
/// they fail as those of [training.powerbi.client.PortalClient] do. Safe for use by many threads.
public interface LakehouseReports {

    /// Those there are, whether or not the portal has an endpoint to ask.
    List<LakehouseReport> all();

    /// Reads one. The endpoint is asked anew each time, and wakes a capacity that is paid for.
    ///
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE with a sentence that says what is
    /// wrong at the endpoint, TOO_MANY_REQUESTS while it answers somebody else
    ReportTable read(LakehouseReport report);

    /// Reads one as a CSV file for spreadsheets; fails as [#read(LakehouseReport)] does.
    String csv(LakehouseReport report);

    /// How far the copy in OneLake is behind the portal; empty when its tables are there, or nowhere near. Nobody is
    /// woken by it.
    Optional<MirrorState> mirror();
}
