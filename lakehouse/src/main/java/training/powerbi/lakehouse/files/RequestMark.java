package training.powerbi.lakehouse.files;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.slf4j.MDC;

/// For which request a thread works, as log lines name it. A store does much of its work on threads of its own, and
/// for several requests at once; whoever hands work over takes the mark along.
public final class RequestMark {
    /// What the server calls it in log lines.
    public static final String KEY = "requestId";

    private static final int MOST = 5;

    private RequestMark() {}

    public static Optional<String> known() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /// Marks this thread until what it gives back is closed.
    public static MDC.MDCCloseable put(String mark) {
        return MDC.putCloseable(KEY, mark);
    }

    /// One mark for work that several requests asked for; a long list is cut.
    public static Optional<String> together(Collection<String> marks) {
        var named = marks.stream().distinct().limit(MOST).collect(Collectors.joining(","));
        return named.isEmpty() ? Optional.empty() : Optional.of(named);
    }

    /// Work for another thread, under this thread's mark.
    public static <T> Callable<T> carried(Callable<T> work) {
        var mark = known();
        return () -> {
            if (mark.isEmpty()) {
                return work.call();
            }
            try (var _ = put(mark.get())) {
                return work.call();
            }
        };
    }
}
