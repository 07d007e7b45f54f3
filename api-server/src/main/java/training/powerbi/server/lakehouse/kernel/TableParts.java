package training.powerbi.server.lakehouse.kernel;

import training.powerbi.server.lakehouse.TableDefinition;

/// What a table's writer works with.
record TableParts<K, R extends Record>(
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
