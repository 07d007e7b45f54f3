package training.powerbi.server.upkeep;

import java.time.Instant;
import java.util.List;
import training.powerbi.lakehouse.check.Finding;
import training.powerbi.lakehouse.check.StoreFindings;

/// What the last look at the whole store found, for health.
///
/// @param at when it was
/// @param problems sentences on what is damaged or missing; empty when all is well
public record Checkup(
        Instant at, int tables, int commits, int dataFiles, int blobs, long bytes, List<String> problems) {

    static Checkup of(StoreFindings findings) {
        var problems = findings.all().stream()
                .filter(Finding::isHarm)
                .map(Finding::sentence)
                .toList();
        return new Checkup(
                findings.at(),
                findings.tables(),
                findings.commits(),
                findings.dataFiles(),
                findings.blobs(),
                findings.bytes(),
                problems);
    }
}
