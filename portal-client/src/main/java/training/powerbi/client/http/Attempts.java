package training.powerbi.client.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The keys by which the portal knows a request again. One that got no answer may have been carried out all the same;
/// asked again, it goes with the key it had, so that nothing is made twice. Safe for use by many threads.
public final class Attempts {
    public static final String HEADER = "Idempotency-Key";
    private static final int MOST = 100;

    private final Map<Object, String> open = new LinkedHashMap<>();

    /// Makes the request with the key of the attempt it belongs to.
    ///
    /// @param what is asked for; equal to what was asked before when it is the same
    /// @param request sends it with the key it is given
    public <T> T make(Object what, Function<String, T> request) {
        var key = keyOf(what);
        try {
            var answer = request.apply(key);
            close(what, key);
            return answer;
        } catch (PortalException refused) {
            if (isCertain(refused.code())) {
                close(what, key);
            }
            throw refused;
        }
    }

    /// Whether the portal has said that nothing was done.
    private static boolean isCertain(ErrorCode code) {
        return !code.retryable() && code != ErrorCode.INTERNAL;
    }

    private synchronized String keyOf(Object what) {
        var key = open.computeIfAbsent(what, _ -> UUID.randomUUID().toString());
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
        return key;
    }

    private synchronized void close(Object what, String key) {
        open.remove(what, key);
    }
}
