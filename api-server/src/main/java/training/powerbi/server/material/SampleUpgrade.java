package training.powerbi.server.material;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.curriculum.Presentations;
import training.powerbi.server.curriculum.StoredFile;
import training.powerbi.server.material.file.FileName;
import training.powerbi.server.material.file.FileType;

/// Gives a store, once in its life, the slides and practice files that the course comes with: a new one, and one that
/// was made before they existed. Days that a trainer edited keep the slides they have, or have not; nothing that was
/// removed comes back. Interrupted, it goes on at the next start.
@Component
class SampleUpgrade {
    private static final BlobName DONE = BlobName.of("course", "sample-content-1");

    private final SampleContent sample;
    private final Presentations presentations;
    private final DeltaTable<String, ResourceRow> resources;
    private final ResourceFiles files;
    private final BlobStore blobs;
    private final Clock clock;

    SampleUpgrade(
            SampleContent sample,
            Presentations presentations,
            DeltaTable<String, ResourceRow> resources,
            ResourceFiles files,
            BlobStore blobs,
            Clock clock) {
        this.sample = sample;
        this.presentations = presentations;
        this.resources = resources;
        this.files = files;
        this.blobs = blobs;
        this.clock = clock;
    }

    void run() {
        if (blobs.find(DONE).isPresent()) {
            return;
        }
        addSlides();
        addResources();
        blobs.put(DONE, clock.instant().toString().getBytes(StandardCharsets.UTF_8));
    }

    private void addSlides() {
        var untouched = new HashSet<>(presentations.untouched());
        var days = sample.days().stream()
                .filter(day -> untouched.contains(day.dayNumber()))
                .toList();
        for (var day : days) {
            sample.pages(day).forEach((path, content) -> blobs.put(day.deck().blob(path), content));
        }
        presentations.plan(days.stream()
                .collect(Collectors.toMap(
                        SampleContent.Day::dayNumber, day -> day.deck().address())));
    }

    private void addResources() {
        var at = clock.instant();
        var rows = new ArrayList<ResourceRow>();
        for (var day : sample.days()) {
            for (var item : day.resources()) {
                byte[] content = sample.content(item);
                files.put(day.resourceId(item), FileName.of(item.file()), content);
                rows.add(row(day, item, content.length, at.plus(rows.size(), ChronoUnit.MICROS)));
            }
        }
        resources.update(now -> Verdict.upsert(
                newOnes(rows, now.rows().collect(Collectors.toMap(ResourceRow::resourceId, row -> row)))));
    }

    private static List<ResourceRow> newOnes(List<ResourceRow> rows, Map<String, ResourceRow> known) {
        return rows.stream().filter(row -> !known.containsKey(row.resourceId())).toList();
    }

    private static ResourceRow row(SampleContent.Day day, SampleContent.Item item, long size, Instant at) {
        var id = day.resourceId(item);
        return new ResourceRow(
                id,
                day.dayNumber(),
                item.title(),
                StoredFile.address(
                        ResourceFiles.name(id, FileName.of(item.file())).path()),
                item.file(),
                FileType.of(item.file()).mediaType(),
                size,
                at,
                null,
                true);
    }
}
