package training.powerbi.server.audit;

/// Who may be named as the author of a change. Asked where the change is decided, long after the request was let in.
@FunctionalInterface
public interface Authors {

    /// Whether this is an active admin now.
    boolean mayChangeThings(String adminId);
}
