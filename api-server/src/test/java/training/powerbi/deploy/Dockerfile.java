package training.powerbi.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The steps of the server's Dockerfile, one after the other.
record Dockerfile(List<Step> steps) {

    /// @param stage which `FROM` it is below, from nought
    record Step(int stage, String word, String rest) {

        List<String> words() {
            return Arrays.stream(rest.split("\\s+", -1))
                    .filter(each -> !each.isEmpty())
                    .toList();
        }
    }

    static Dockerfile read(Path file) throws IOException {
        var steps = new ArrayList<Step>();
        int stage = -1;
        var whole = Files.readString(file).replaceAll("(?m)^#.*\n", "").replace("\\\n", " ");
        for (var line : whole.lines().filter(each -> !each.isBlank()).toList()) {
            var word = line.split(" ", 2)[0];
            stage += word.equals("FROM") ? 1 : 0;
            steps.add(new Step(stage, word, line.substring(word.length()).strip()));
        }
        return new Dockerfile(steps);
    }

    List<Step> steps(int stage, String word) {
        return steps.stream()
                .filter(step -> step.stage() == stage && step.word().equals(word))
                .toList();
    }

    String last(int stage, String word) {
        return steps(stage, word).getLast().rest();
    }

    Map<String, String> environment(int stage) {
        var found = new LinkedHashMap<String, String>();
        steps(stage, "ENV").stream()
                .flatMap(step -> step.words().stream())
                .map(each -> each.split("=", 2))
                .forEach(each -> found.put(each[0], each[1]));
        return found;
    }

    List<String> entryPoint(int stage) {
        return List.of(JsonMapper.shared().readValue(last(stage, "ENTRYPOINT"), String[].class));
    }
}
