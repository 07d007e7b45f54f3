package training.powerbi.desktop.ui.kit;

import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Says in words what went wrong and what to do.
public final class ErrorPresenter {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);

    private static final Set<ErrorCode> TOLD_BY_THE_PORTAL =
            EnumSet.of(ErrorCode.STORAGE_UNAVAILABLE, ErrorCode.TOO_MANY_REQUESTS, ErrorCode.NOT_FOUND);

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

    /// The same, for what only the portal can say anything useful about: where it gave the reason, that.
    public String asTold(Throwable failure) {
        if (failure instanceof PortalException refused && TOLD_BY_THE_PORTAL.contains(refused.code())) {
            LOG.info("Refused with {}: {}", refused.code(), refused.sentence());
            return refused.sentence();
        }
        return explain(failure);
    }

    private String refused(PortalException refused) {
        LOG.info("Refused with {}: {}", refused.code(), refused.sentence());
        // Only the portal knows what is wrong with an input, or with its store; all else has words of its own here.
        return switch (refused.code()) {
            case BAD_USER_INPUT, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, STORAGE_UNAVAILABLE -> refused.sentence();
            case TOO_MANY_REQUESTS ->
                texts.get("error.TOO_MANY_REQUESTS", refused.retryAfterSeconds().orElse("60"));
            default -> texts.get("error." + refused.code().name());
        };
    }
}
