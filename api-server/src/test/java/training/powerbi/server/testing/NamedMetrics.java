package training.powerbi.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the dashboard and the alerts that are shipped ask for, and what a server exports.
public final class NamedMetrics {
    private static final Path FILES = Path.of("../packaging/observability");
    private static final Pattern LINE =
            Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? [-+0-9.eENaInf]+$");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"(?:[^\"\\\\]|\\\\.)*\"");
    /// Prometheus' own, and the labels that it adds.
    private static final String UP = "up";
    private static final Set<String> ADDED = Set.of("instance", "job");

    private NamedMetrics() {}

    public static List<Map<String, ?>> alerts() throws IOException {
        Map<String, List<Map<String, List<Map<String, ?>>>>> file =
                new Yaml().load(Files.readString(FILES.resolve("alerts.yml")));
        return file.getOrDefault("groups", List.of()).stream()
                .flatMap(group -> group.getOrDefault("rules", List.of()).stream())
                .collect(Collectors.toList());
    }

    public static List<JsonNode> panels() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(FILES.resolve("grafana-dashboard.json")))
                .path("panels")
                .valueStream()
                .toList();
    }

    private static List<String> expressions() throws IOException {
        var all = new ArrayList<String>();
        alerts().forEach(rule -> all.add(String.valueOf(rule.get("expr"))));
        panels().forEach(panel ->
                panel.path("targets").forEach(each -> all.add(each.path("expr").asString())));
        return all;
    }

    /// Each metric that is asked for, with the labels that are looked at.
    public static Map<String, Set<String>> withLabels() throws IOException {
        var named = new LinkedHashMap<String, Set<String>>();
        for (var expression : expressions()) {
            for (var selector : PromQl.selectors(expression)) {
                named.computeIfAbsent(selector.metric(), _ -> new TreeSet<>()).addAll(selector.labels());
            }
        }
        named.remove(UP);
        named.values().forEach(labels -> labels.removeAll(ADDED));
        return named;
    }

    /// Their names, for whoever takes some out.
    public static Collection<String> all() throws IOException {
        return new TreeSet<>(withLabels().keySet());
    }

    /// What a scrape brought.
    public static Set<String> in(String exported) {
        return labelsIn(exported).keySet();
    }

    public static Map<String, Set<String>> labelsIn(String exported) {
        var found = new LinkedHashMap<String, Set<String>>();
        var line = LINE.matcher(exported);
        while (line.find()) {
            var labels = found.computeIfAbsent(line.group(1), _ -> new TreeSet<>());
            if (line.group(2) != null) {
                LABEL.matcher(line.group(2)).results().forEach(label -> labels.add(label.group(1)));
            }
        }
        return found;
    }
}
