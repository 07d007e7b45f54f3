package training.powerbi.server.lakehouse.kernel;

/// What a table's writer works with.
record TableParts<K, R extends Record>(
        String name, RowMapping<R> mapping, TableLog log, FileSetWriter<R> writer, ForeignCommits<K, R> foreign) {}
