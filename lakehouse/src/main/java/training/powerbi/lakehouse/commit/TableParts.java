package training.powerbi.lakehouse.commit;

import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.load.ForeignCommits;
import training.powerbi.lakehouse.load.SchemaUpgrade;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.lakehouse.rowfile.FileSetWriter;
import training.powerbi.lakehouse.rowfile.RowMapping;

/// What a table's writer works with.
public record TableParts<K, R extends Record>(
        TableDefinition<K, R> definition,
        RowMapping<R> mapping,
        TableLog log,
        FileSetWriter<R> writer,
        ForeignCommits<K, R> foreign,
        SchemaUpgrade<R> schema) {

    String name() {
        return definition.name();
    }
}
