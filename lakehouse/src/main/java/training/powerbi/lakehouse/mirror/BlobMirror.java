package training.powerbi.lakehouse.mirror;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.files.onelake.rest.BlobEntry;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The copies of the files beside the tables. What is there is listed once and then once a day; in between it is known.
final class BlobMirror {
    private static final Duration LIST_EVERY = Duration.ofHours(24);

    private final BlobStore local;
    private final Set<String> passing;
    private final BlobCopy copies;
    private final Supplier<@Nullable Instant> tablesInStepAt;
    private final Clock clock;
    private final Map<BlobName, Stamp> known = new HashMap<>();
    private final Map<BlobName, Instant> gone = new HashMap<>();
    private @Nullable Instant listedAt;
    private volatile @Nullable Integer waiting;
    private volatile @Nullable Instant oldest;

    /// What a file was like when its copy was made.
    private record Stamp(long size, Instant writtenAt) {
        static Stamp of(Blob blob) {
            return new Stamp(blob.size(), blob.writtenAt());
        }
    }

    /// @param passing folders of files on their way to somewhere else, which are not copied
    /// @param tablesInStepAt when the tables' copies last had everything
    BlobMirror(
            BlobStore local,
            Set<String> passing,
            BlobCopy copies,
            Supplier<@Nullable Instant> tablesInStepAt,
            Clock clock) {
        this.local = local;
        this.passing = Set.copyOf(passing);
        this.copies = copies;
        this.tablesInStepAt = tablesInStepAt;
        this.clock = clock;
    }

    /// How many are not there yet; null before the first look.
    @Nullable
    Integer waiting() {
        return waiting;
    }

    /// Since when the oldest of them has waited.
    @Nullable
    Instant waitingSince() {
        return oldest;
    }

    /// Brings what is missing and removes what is gone.
    ///
    /// @return whether there is more to do
    boolean bring() throws IOException {
        var at = clock.instant();
        var here = here();
        var listed = listedAt == null || listedAt.plus(LIST_EVERY).isBefore(at);
        var there = listed ? copies.list() : Map.<BlobName, BlobEntry>of();
        if (listed) {
            // Those that are known but not there were removed by somebody.
            known.keySet().retainAll(there.keySet());
        }
        var missing = here.values().stream()
                .filter(blob -> !Stamp.of(blob).equals(known.get(blob.name())))
                .sorted(Comparator.comparing(Blob::writtenAt))
                .toList();
        upload(missing, there);
        remove(here.keySet(), there.keySet(), at);
        if (listed) {
            listedAt = at;
        }
        return false;
    }

    private Map<BlobName, Blob> here() {
        return local.listAll().stream()
                .filter(blob -> !passing.contains(folder(blob.name())))
                .collect(Collectors.toMap(Blob::name, blob -> blob));
    }

    private static String folder(BlobName name) {
        return name.path().substring(0, name.path().indexOf('/'));
    }

    private void upload(List<Blob> missing, Map<BlobName, BlobEntry> there) throws IOException {
        for (var index = 0; index < missing.size(); index++) {
            var blob = missing.get(index);
            waiting = missing.size() - index;
            oldest = blob.writtenAt();
            try {
                copies.make(blob, there.get(blob.name()));
                known.put(blob.name(), Stamp.of(blob));
            } catch (PortalException e) {
                if (e.code() != ErrorCode.NOT_FOUND) {
                    throw e;
                }
                // It was deleted meanwhile.
            }
        }
        waiting = 0;
        oldest = null;
    }

    /// A file goes after the rows that name it are gone there too: here it was deleted after them.
    private void remove(Set<BlobName> here, Set<BlobName> there, Instant at) throws IOException {
        var unwanted = new HashSet<>(known.keySet());
        unwanted.addAll(there);
        unwanted.removeAll(here);
        unwanted.forEach(name -> gone.putIfAbsent(name, at));
        gone.keySet().removeAll(here);
        var inStep = tablesInStepAt.get();
        for (var each : List.copyOf(gone.entrySet())) {
            if (inStep != null && inStep.isAfter(each.getValue())) {
                copies.remove(each.getKey());
                known.remove(each.getKey());
                gone.remove(each.getKey());
            }
        }
    }
}
