package training.powerbi.lakehouse.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.files.local.JournalFile;

/// A table's journal: each record has the rows of one change, `[{"before": …, "after": …}, …]`. Of use to one thread
/// at a time.
final class RowJournal<K, R extends Record> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RowJournal.class);
    private static final int COMPACT_BYTES = 4 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(all -> all.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .build();

    private final TableDefinition<K, R> definition;
    private final JournalFile file;
    private long compactAt = COMPACT_BYTES;

    RowJournal(TableDefinition<K, R> definition, JournalFile file) {
        this.definition = definition;
        this.file = file;
    }

    /// What was left when the process before this one ended.
    Overlay<K, R> found() {
        var overlay = Overlay.<K, R>none();
        for (var content : file.found()) {
            overlay = overlay.with(changes(content));
        }
        file.found().clear();
        return overlay;
    }

    /// Keeps the changes; returns when the disk has them.
    ///
    /// @param all what they and the ones before come to
    void add(Map<K, RowChange<R>> changes, Overlay<K, R> all) throws IOException {
        file.append(record(changes));
        if (file.size() > compactAt) {
            compact(all);
        }
    }

    /// Many changes of few rows need not all be kept.
    private void compact(Overlay<K, R> all) {
        try {
            file.replace(List.of(record(all.changes())));
        } catch (IOException e) {
            LOG.warn("The journal of {} could not be made smaller: {}", definition.name(), e.toString());
        }
        compactAt = Math.max(COMPACT_BYTES, 4 * file.size());
    }

    void clear() throws IOException {
        file.replace(List.of());
        compactAt = COMPACT_BYTES;
    }

    private static <K, R extends Record> byte[] record(Map<K, RowChange<R>> changes) {
        var all = JSON.createArrayNode();
        for (var change : changes.values()) {
            var one = all.addObject();
            one.set("before", JSON.valueToTree(change.before()));
            one.set("after", JSON.valueToTree(change.after()));
        }
        return JSON.writeValueAsBytes(all);
    }

    private Map<K, RowChange<R>> changes(byte[] content) {
        var changes = new LinkedHashMap<K, RowChange<R>>();
        try {
            for (var one : new ArrayList<>(JSON.readTree(content).values())) {
                var change = new RowChange<R>(row(one.path("before")), row(one.path("after")));
                var known = change.after() == null ? change.before() : change.after();
                if (known != null) {
                    changes.put(definition.key().apply(known), change);
                }
            }
        } catch (JacksonException e) {
            LOG.error("A record of the journal of {} cannot be understood and is left out", definition.name(), e);
        }
        return changes;
    }

    private @Nullable R row(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : JSON.treeToValue(node, definition.type());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
