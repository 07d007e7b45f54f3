package training.powerbi.server.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The table of who gets what, read from `visibility-matrix.txt`: for each type the ways to reach it (`probe`),
/// and for each of its fields what each probe answers.
record VisibilityMatrix(List<Row> rows) {

    /// Asking for a type's field as one identity.
    ///
    /// @param document with `FIELD` where the field goes
    record Probe(String name, String identity, String document) {}

    /// What a probe answers for a field.
    ///
    /// @param expected a JSON value, `*` for any but null, or an error code
    record Row(String type, String field, Probe probe, String expected) {
        @Override
        public String toString() {
            return type + "." + field + " by " + probe.name();
        }
    }

    static VisibilityMatrix read() {
        var rows = new ArrayList<Row>();
        var type = "";
        Map<String, Probe> probes = new LinkedHashMap<>();
        for (var line : lines()) {
            if (line.startsWith("[")) {
                type = line.substring(1, line.indexOf(']'));
                probes = new LinkedHashMap<>();
            } else if (line.startsWith("probe ")) {
                var parts = line.split("\\s+", 4);
                probes.put(parts[1], new Probe(parts[1], parts[2], parts[3]));
            } else {
                rows.addAll(row(type, line, List.copyOf(probes.values())));
            }
        }
        return new VisibilityMatrix(List.copyOf(rows));
    }

    private static List<Row> row(String type, String line, List<Probe> probes) {
        var cells = line.split("\\s{2,}|\\t", -1);
        if (cells.length != probes.size() + 1) {
            throw new IllegalStateException(
                    type + ": " + probes.size() + " probes but " + (cells.length - 1) + " cells in: " + line);
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < probes.size(); i++) {
            rows.add(new Row(type, cells[0], probes.get(i), cells[i + 1]));
        }
        return rows;
    }

    private static List<String> lines() {
        try (var file = Objects.requireNonNull(VisibilityMatrix.class.getResourceAsStream("/visibility-matrix.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
