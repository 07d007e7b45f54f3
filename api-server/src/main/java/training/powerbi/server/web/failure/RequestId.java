package training.powerbi.server.web.failure;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Names a request in answers and log lines.
public final class RequestId {
    public static final String MDC_KEY = "requestId";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestId() {}

    /// The client's own id when it is harmless to log, else a new one.
    public static String from(@Nullable String header) {
        return header != null && SANE.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }

    /// The id of the request this thread works for; empty outside of requests.
    public static Optional<String> known() {
        return Optional.ofNullable(MDC.get(MDC_KEY));
    }

    /// The id of the request this thread works for, else a new one.
    public static String current() {
        return known().orElseGet(() -> UUID.randomUUID().toString());
    }
}
