package training.powerbi.lakehouse;

/// The SQL endpoint that Fabric puts beside a lakehouse: it reads what servers committed, usually within a minute.
@FunctionalInterface
public interface SqlEndpoint {

    /// Asks one question, and waits for its answer or for the endpoint's time to be over.
    ///
    /// @param select one SELECT of our own; `{schema}` in it stands for the schema the tables are in
    /// @param most rows to read; what is beyond is left out, and the answer says so
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE saying what is wrong and
    /// what to do; TOO_MANY_REQUESTS while another question is asked
    SqlAnswer ask(String select, int most);
}
