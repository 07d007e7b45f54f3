package training.powerbi.lakehouse.files.copy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The data files that a commit names, by their paths in the store.
record CommitFiles(Set<String> added, Set<String> removed) {

    /// @param table the table's folder
    static CommitFiles of(byte[] commit, String table) {
        var added = new LinkedHashSet<String>();
        var removed = new LinkedHashSet<String>();
        new String(commit, StandardCharsets.UTF_8).lines().forEach(line -> {
            try {
                var action = JsonMapper.shared().readTree(line);
                add(action.path("add").path("path").asString(""), table, added);
                add(action.path("remove").path("path").asString(""), table, removed);
            } catch (JacksonException | IllegalArgumentException e) {
                // What cannot be read names nothing; whoever loads the table will say so.
                added.add(table + "/unreadable");
            }
        });
        return new CommitFiles(added, removed);
    }

    private static void add(String named, String table, Set<String> files) {
        if (!named.isEmpty()) {
            var uri = URI.create(named);
            files.add(uri.isAbsolute() ? named : table + "/" + uri.getPath());
        }
    }
}
