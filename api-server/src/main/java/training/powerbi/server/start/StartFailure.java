package training.powerbi.server.start;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/// What kept the portal, or a command at its machine, from what it was started for.
public final class StartFailure {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

    private StartFailure() {}

    /// What an operator reads: the same words as at a start of the portal, without a stack trace.
    public static String sentence(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation(null)
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {}))
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .map(FailureAnalysis::getDescription)
                .orElseGet(() -> unexpected(failure));
    }

    private static String unexpected(Throwable failure) {
        LOG.error("A command failed", failure);
        return "It failed: " + failure + ". What is above says where.";
    }
}
