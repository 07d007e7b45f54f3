package training.powerbi.desktop.ui.kit;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.model.error.PortalException;

/// Says in words what went wrong and what to do.
public final class ErrorPresenter {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);

    private final Texts texts;

    public ErrorPresenter(Texts texts) {
        this.texts = texts;
    }

    /// One or two sentences for the person. What is a defect of ours is logged with its stack.
    public String explain(Throwable failure) {
        return switch (failure) {
            case PortalException refused -> refused(refused);
            case UnreachableException unreachable -> {
                LOG.info("Portal not reached: {}", String.valueOf(unreachable.getMessage()));
                yield texts.get("unreachable." + unreachable.reason().name());
            }
            case SignedOutException ended -> {
                LOG.info("Signed out: {}", String.valueOf(ended.getMessage()));
                yield texts.get("signed-out");
            }
            case UncheckedIOException file -> {
                LOG.warn("A file cannot be used", file);
                yield texts.get("file.unreadable", String.valueOf(file.getMessage()));
            }
            default -> {
                LOG.error("Unexpected failure", failure);
                yield texts.get("error.INTERNAL");
            }
        };
    }

    private String refused(PortalException refused) {
        LOG.info("Refused with {}: {}", refused.code(), refused.sentence());
        // Only the portal knows what is wrong with an input; all else has words of its own here.
        return switch (refused.code()) {
            case BAD_USER_INPUT, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> refused.sentence();
            case TOO_MANY_REQUESTS ->
                texts.get("error.TOO_MANY_REQUESTS", refused.retryAfterSeconds().orElse("60"));
            default -> texts.get("error." + refused.code().name());
        };
    }
}
