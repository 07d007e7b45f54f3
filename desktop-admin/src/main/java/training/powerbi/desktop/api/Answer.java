package training.powerbi.desktop.api;

import java.net.http.HttpHeaders;

/// What came back over HTTP, whole.
record Answer(int status, HttpHeaders headers, String body) {

    /// Whether the request was granted.
    boolean isSuccess() {
        return status / 100 == 2;
    }

    boolean isJson() {
        var type = headers.firstValue("Content-Type").orElse("");
        return type.startsWith("application/json") || type.startsWith("application/graphql-response+json");
    }

    boolean isProblem() {
        return headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }

    /// Bodies may hold tokens.
    @Override
    public String toString() {
        return "Answer[" + status + ']';
    }
}
