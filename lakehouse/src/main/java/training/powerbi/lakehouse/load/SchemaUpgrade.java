package training.powerbi.lakehouse.load;

import io.delta.kernel.Snapshot;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.log.CommitConflictException;
import training.powerbi.lakehouse.log.CommitExtras;
import training.powerbi.lakehouse.log.FileChanges;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.lakehouse.memory.DataFile;
import training.powerbi.lakehouse.memory.Layout;
import training.powerbi.lakehouse.memory.TableState;
import training.powerbi.lakehouse.rowfile.FileSetWriter;
import training.powerbi.lakehouse.rowfile.RowMapping;

/// Compares a table's columns with its record's, and adds those that a newer portal brought.
public final class SchemaUpgrade<R extends Record> {
    private final String table;
    private final RowMapping<R> mapping;
    private final TableLog log;

    public SchemaUpgrade(String table, RowMapping<R> mapping, TableLog log) {
        this.table = table;
        this.mapping = mapping;
        this.log = log;
    }

    /// Columns of the record that the table does not have.
    ///
    /// @throws IllegalStateException when a column has another type than the record says
    public Set<String> missing(StructType found) {
        var missing = new HashSet<String>();
        for (var column : mapping.columns()) {
            var at = found.indexOf(column.name());
            if (at < 0) {
                missing.add(column.name());
            } else if (!found.at(at).getDataType().equivalent(column.kind().type())) {
                throw new IllegalStateException("Table " + table + ": column " + column.name() + " is "
                        + found.at(at).getDataType() + " but must be "
                        + column.kind().type() + ". Restore the table or change the column back.");
            }
        }
        return missing;
    }

    /// What health should say of columns that other programs added or dropped.
    public List<String> problems(StructType found) {
        var problems = new ArrayList<String>();
        var own = mapping.schema().fieldNames();
        for (var name : found.fieldNames()) {
            if (!own.contains(name)) {
                problems.add("Table " + table + ": column " + name
                        + " is not the portal's; rows the portal changes lose their value in it.");
            }
        }
        for (var name : own) {
            if (found.indexOf(name) < 0) {
                problems.add("Table " + table + ": column " + name
                        + " was dropped by another program; the next start adds it again.");
            }
        }
        return problems;
    }

    /// Adds the missing columns in one commit, with all rows written anew, so that their values are on the disk
    /// for other readers too.
    ///
    /// @param notes of earlier commits that the commit carries on
    public <K> TableState<K, R> apply(
            TableState<K, R> state,
            Snapshot snapshot,
            FileSetWriter<R> writer,
            Set<String> missing,
            List<CommitNote> notes,
            long now)
            throws IOException {
        boolean onlyGrows = state.definition().appendOnly();
        var contents = new HashMap<Integer, List<R>>();
        var old = List.copyOf(state.layout().files().values());
        old.forEach(file -> contents.put(file.slot(), file.rows()));
        var written = writer.write(contents, onlyGrows ? contents.keySet() : Set.of(), Layout.empty());
        var changes = FileChanges.of(written, old, !onlyGrows).withMetadata(extended(snapshot, missing));
        try {
            log.commit(state.version(), changes, new CommitExtras(notes, changes.metrics()), now);
        } catch (CommitConflictException e) {
            writer.discard(written);
            throw new IOException("Another program changed table " + table + " during its upgrade; start again", e);
        }
        log.forget();
        var files = new HashMap<Integer, DataFile<R>>();
        written.forEach(file -> files.put(file.slot(), file));
        return state.edit()
                .freeze(state.version() + 1, Layout.of(files, state.layout().nextSlot()));
    }

    private Metadata extended(Snapshot snapshot, Set<String> missing) {
        var schema = new StructType(snapshot.getSchema().fields());
        for (var column : mapping.columns()) {
            if (missing.contains(column.name())) {
                schema = schema.add(column.name(), column.kind().type(), true);
            }
        }
        var before = snapshot.getMetadata();
        return new Metadata(
                before.getId(),
                before.getName(),
                before.getDescription(),
                before.getFormat(),
                schema.toJson(),
                schema,
                before.getPartitionColumns(),
                before.getCreatedTime(),
                before.getConfigurationMapValue());
    }
}
