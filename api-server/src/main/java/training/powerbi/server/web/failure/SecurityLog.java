package training.powerbi.server.web.failure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line in the logger `security` for each refusal, so that an operator sees probing.
public final class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("security");

    private SecurityLog() {}

    /// Notes that the user was refused.
    ///
    /// @param userId never an e-mail
    /// @param action a field name or a method and path
    public static void refused(String userId, String action) {
        LOG.warn("refused user={} action={}", userId, action);
    }
}
