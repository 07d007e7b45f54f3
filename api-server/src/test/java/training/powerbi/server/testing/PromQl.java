package training.powerbi.server.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads as much of Prometheus' language as dashboards and alerts are written in, and says of which metrics and labels
/// an expression speaks. What it cannot read it refuses with the place.
public final class PromQl {
    private static final Set<String> AGGREGATIONS = Set.of("sum", "max", "min", "avg", "count", "topk");
    private static final Set<String> FUNCTIONS = Set.of("rate", "increase", "irate", "max_over_time", "clamp_min");
    private static final Set<String> WORDS = Set.of("and", "or", "unless");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"[^\"]*\"|[A-Za-z_:][A-Za-z0-9_:]*|[0-9]+(?:\\.[0-9]+)?|=~|!~|!=|==|>=|<=|\\[(?:\\d+[smhd]|\\$__rate_interval)]|[-+*/(){},=<>])");

    /// A metric as it is spoken of, with the labels that it must have.
    public record Selector(String metric, Set<String> labels) {}

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final List<Selector> found = new ArrayList<>();
    private int at;

    private PromQl(String text) {
        this.text = text;
        var token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!token.find(end) || token.start() != end) {
                throw new IllegalArgumentException("cannot read on at " + end + ": " + text);
            }
            tokens.add(token.group(1));
            end = token.end();
        }
    }

    public static List<Selector> selectors(String expression) {
        var read = new PromQl(expression);
        read.expression();
        if (read.at < read.tokens.size()) {
            throw read.refused();
        }
        return read.found;
    }

    private void expression() {
        operand();
        while (isOperator(peek())) {
            at++;
            operand();
        }
    }

    private static boolean isOperator(String token) {
        return WORDS.contains(token)
                || Set.of("+", "-", "*", "/", "==", "!=", ">", "<", ">=", "<=").contains(token);
    }

    private void operand() {
        var token = next();
        if (token.equals("(")) {
            expression();
            expect(")");
        } else if (AGGREGATIONS.contains(token)) {
            aggregation();
        } else if (FUNCTIONS.contains(token)) {
            expect("(");
            operand();
            expect(")");
        } else if (Character.isLetter(token.charAt(0)) && !WORDS.contains(token)) {
            selector(token);
        } else if (!Character.isDigit(token.charAt(0))) {
            at--;
            throw refused();
        }
    }

    private void aggregation() {
        Set<String> kept = new LinkedHashSet<>();
        if (peek().equals("by")) {
            at++;
            expect("(");
            do {
                kept.add(next());
            } while (next().equals(","));
            at--;
            expect(")");
        }
        int first = found.size();
        expect("(");
        expression();
        expect(")");
        // What is grouped by must be on everything that is grouped.
        for (int each = first; each < found.size(); each++) {
            found.get(each).labels().addAll(kept);
        }
    }

    private void selector(String metric) {
        Set<String> labels = new LinkedHashSet<>();
        if (peek().equals("{")) {
            at++;
            while (!peek().equals("}")) {
                labels.add(next());
                if (!Set.of("=", "=~", "!=", "!~").contains(next()) || !next().startsWith("\"")) {
                    at--;
                    throw refused();
                }
                if (peek().equals(",")) {
                    at++;
                }
            }
            expect("}");
        }
        if (peek().startsWith("[")) {
            at++;
        }
        found.add(new Selector(metric, labels));
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        if (at >= tokens.size()) {
            throw refused();
        }
        return tokens.get(at++);
    }

    private void expect(String token) {
        if (!next().equals(token)) {
            at--;
            throw refused();
        }
    }

    private IllegalArgumentException refused() {
        return new IllegalArgumentException("cannot read on at word " + at + " '" + peek() + "': " + text);
    }
}
