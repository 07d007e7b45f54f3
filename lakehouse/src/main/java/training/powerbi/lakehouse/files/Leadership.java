package training.powerbi.lakehouse.files;

/// Which of the servers that share a place looks after its tables: writes checkpoints, and removes what is old.
///
/// It saves work and requests, no more: what two do at the same time does no harm.
@FunctionalInterface
public interface Leadership {
    /// A place that one server has to itself.
    Leadership ALONE = () -> true;

    /// Whether it is this server now; one that finds nobody else in charge takes over. Of those who ask again and
    /// again few cause a request.
    boolean isOurs();
}
