package training.powerbi.lakehouse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The SQL endpoint that Fabric puts beside a lakehouse: it reads what servers committed, usually within a minute.
public interface SqlEndpoint {

    /// Asks one question, and waits for its answer or for the endpoint's time to be over.
    ///
    /// @param select one SELECT of our own; `{schema}` in it stands for the schema the tables are in
    /// @param most rows to read; what is beyond is left out, and the answer says so
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE saying what is wrong and
    /// what to do; TOO_MANY_REQUESTS while another question is asked
    Answer ask(String select, int most);

    /// What a question brought.
    ///
    /// @param rows values as text, in the columns' order; null where the table has none
    /// @param truncated whether there are more rows than these
    record Answer(List<String> columns, List<List<@Nullable String>> rows, boolean truncated) {}

    /// Has it look at the lakehouse now, where it would do so within a minute or more.
    ///
    /// @throws training.powerbi.model.error.PortalException as above
    Sync refresh();

    /// How far the endpoint is with the tables of the lakehouse.
    ///
    /// @param finished false while it still looks, and its tables are not known
    record Sync(boolean finished, List<SyncedTable> tables) {}

    /// One of them.
    ///
    /// @param status as Fabric says it, such as `Success`, `NotRun` (there was nothing new) or `Failure`
    /// @param syncedAt when the endpoint last took in all there was
    record SyncedTable(String name, String status, @Nullable Instant syncedAt) {}
}
