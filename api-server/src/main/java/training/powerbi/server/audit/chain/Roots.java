package training.powerbi.server.audit.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import training.powerbi.server.digest.Digests;

/// The rows from before the chain, which its first entry seals: their hashes, by time and then by id, in one text, are
/// hashed to what stands there as the hash before.
final class Roots {
    private record Root(Instant at, String id, String hash) {}

    private final List<Root> roots = new ArrayList<>();

    void add(AdminActionRow row) {
        roots.add(new Root(row.timestamp(), row.actionId(), EntryText.hash(row)));
    }

    int size() {
        return roots.size();
    }

    String hash() {
        var all = new StringBuilder();
        roots.stream()
                .sorted(Comparator.comparing(Root::at).thenComparing(Root::id))
                .forEach(root -> all.append(root.hash()));
        return Digests.hexSha256(all.toString());
    }
}
