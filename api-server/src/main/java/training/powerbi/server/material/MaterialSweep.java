package training.powerbi.server.material;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Blob;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.curriculum.Presentations;
import training.powerbi.server.material.deck.StoredDeck;
import training.powerbi.server.transfer.Retention;
import training.powerbi.server.transfer.Sweep;

/// Deletes the bytes that no row has named for the time of grace: until then, an older version of the table that
/// someone restores still finds its files. The first sweep that finds them unnamed leaves a mark, from which the time
/// counts; a later one that finds them named again takes it away. An upload on its way is marked at most.
@Component
class MaterialSweep implements Sweep {
    static final String MARKS = "unnamed";
    private static final Logger LOG = LoggerFactory.getLogger(MaterialSweep.class);
    /// Bytes are on the disk some time before their row is; no setting makes the time of grace shorter than that.
    private static final Duration LEAST_GRACE = Duration.ofHours(1);

    private final Presentations presentations;
    private final DeltaTable<String, ResourceRow> resources;
    private final BlobStore blobs;
    private final Retention retention;
    private final Clock clock;

    MaterialSweep(
            Presentations presentations,
            DeltaTable<String, ResourceRow> resources,
            BlobStore blobs,
            Retention retention,
            Clock clock) {
        this.presentations = presentations;
        this.resources = resources;
        this.blobs = blobs;
        this.retention = retention;
        this.clock = clock;
    }

    /// Deletes what a crash left of uploads. Before the first request: the store has one server, so none is on its way.
    void emptyStaging() {
        blobs.list(Staging.FOLDER).forEach(file -> blobs.delete(file.name()));
    }

    @Override
    public int sweep() {
        // The files first: what is named between the two looks is in the second.
        var folders = Stream.of(StoredDeck.FOLDER, ResourceRow.FOLDER)
                .flatMap(folder -> blobs.list(folder).stream())
                .collect(Collectors.groupingBy(file -> topFolders(file.name())));
        var marks = marks();
        var named = named();
        marks.keySet().stream()
                .filter(folder -> named.contains(folder) || !folders.containsKey(folder))
                .forEach(folder -> blobs.delete(mark(folder)));
        int deleted = 0;
        for (var folder : folders.entrySet()) {
            if (named.contains(folder.getKey())) {
                continue;
            }
            var mark = marks.get(folder.getKey());
            if (mark == null) {
                blobs.put(mark(folder.getKey()), clock.instant().toString().getBytes(StandardCharsets.US_ASCII));
            } else if (isDue(mark)) {
                folder.getValue().forEach(file -> blobs.delete(file.name()));
                blobs.delete(mark.name());
                deleted += folder.getValue().size();
            }
        }
        if (deleted > 0) {
            LOG.info("Deleted {} files of slides and resources that no day has named for long", deleted);
        }
        return deleted;
    }

    private boolean isDue(Blob mark) {
        var grace = retention.grace().compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : retention.grace();
        return !since(mark).plus(grace).isAfter(clock.instant());
    }

    private static Instant since(Blob mark) {
        try (var content = Channels.newInputStream(mark.open())) {
            return Instant.parse(new String(content.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException | DateTimeParseException unreadable) {
            return mark.writtenAt();
        }
    }

    /// Folders of the second level that the tables name.
    private Set<String> named() {
        var named = new HashSet<String>();
        presentations.all().stream()
                .map(StoredDeck::of)
                .flatMap(Optional::stream)
                .map(StoredDeck::folder)
                .forEach(named::add);
        resources
                .snapshot()
                .rows()
                .filter(ResourceRow::isActive)
                .map(row -> ResourceRow.FOLDER + "/" + row.resourceId())
                .forEach(named::add);
        return named;
    }

    private Map<String, Blob> marks() {
        return blobs.list(MARKS).stream()
                .collect(Collectors.toMap(
                        mark -> mark.name().path().substring(MARKS.length() + 1), Function.identity()));
    }

    private static BlobName mark(String folder) {
        return new BlobName(MARKS + "/" + folder);
    }

    /// The first two folders of a name.
    private static String topFolders(BlobName name) {
        int second = name.path().indexOf('/', name.path().indexOf('/') + 1);
        return second < 0 ? name.path() : name.path().substring(0, second);
    }
}
