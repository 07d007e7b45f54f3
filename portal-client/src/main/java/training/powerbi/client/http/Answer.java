package training.powerbi.client.http;

import java.net.http.HttpHeaders;

/// What came back over HTTP, whole.
public record Answer(int status, HttpHeaders headers, String body) {

    /// Whether the request was granted.
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public boolean isJson() {
        var type = headers.firstValue("Content-Type").orElse("");
        return type.startsWith("application/json") || type.startsWith("application/graphql-response+json");
    }

    public boolean isProblem() {
        return headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }

    /// Bodies may hold tokens.
    @Override
    public String toString() {
        return "Answer[" + status + ']';
    }
}
