package training.powerbi.interop;

import io.delta.storage.HDFSLogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/// Commits to a local folder in a way that cannot replace another program's commit.
///
/// Spark's own way on local disks looks whether the version exists and then renames, which on this file system
/// replaces: beside a server that commits at the same moment, an acknowledged commit can be lost. Stores such as
/// OneLake have no such gap.
public final class LinkingLogStore extends HDFSLogStore {

    public LinkingLogStore(Configuration hadoop) {
        super(hadoop);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        if (overwrite) {
            super.write(path, actions, true, hadoop);
            return;
        }
        var file = java.nio.file.Path.of(path.toUri().getPath());
        var draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        var lines = Stream.iterate(actions, Iterator::hasNext, rest -> rest)
                .map(Iterator::next)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(draft, lines, StandardCharsets.UTF_8);
        try {
            Files.createLink(file, draft);
        } finally {
            Files.delete(draft);
        }
    }
}
