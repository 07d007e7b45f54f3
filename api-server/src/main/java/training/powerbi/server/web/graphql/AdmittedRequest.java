package training.powerbi.server.web.graphql;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import training.powerbi.server.web.http.BoundedBody;

/// A request behind the gate: its `Accept` names the one type it will be answered in, so that nothing behind
/// can take it for another transport than the gate did.
final class AdmittedRequest extends BoundedBody {
    private final String answerType;

    AdmittedRequest(BoundedBody body, String answerType) {
        super(body);
        this.answerType = answerType;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? answerType : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return HttpHeaders.ACCEPT.equalsIgnoreCase(name)
                ? Collections.enumeration(List.of(answerType))
                : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        if (names.stream().noneMatch(HttpHeaders.ACCEPT::equalsIgnoreCase)) {
            names.add(HttpHeaders.ACCEPT);
        }
        return Collections.enumeration(names);
    }
}
