package training.powerbi.interop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/// The tables of a data folder as Spark sees them: `delta.`path``, nothing else configured than what
/// `docs/howto/open-the-tables.md` says.
record SparkTables(SparkSession spark, Path folder) {
    /// What every engine of the last years can read and write.
    static final Protocol PLAIN = new Protocol(1, 2, List.of("appendOnly", "invariants"), List.of());

    /// What a table asks of its readers and writers.
    record Protocol(int reader, int writer, List<String> features, List<String> partitions) {}

    /// As an analyst opens them. The session goes on for the next call, until [#stop()].
    static SparkTables of(Path data) {
        return open(data, Map.of());
    }

    /// For work beside a busy server, see [LinkingLogStore].
    static SparkTables ofBusyPortal(Path data) {
        return open(data, Map.of("spark.delta.logStore.file.impl", LinkingLogStore.class.getName()));
    }

    static void stop() {
        SparkSession.active().stop();
    }

    private static SparkTables open(Path data, Map<String, Object> settings) {
        var spark = SparkSession.builder()
                .config(settings)
                .appName("interop-tests")
                .master("local[2]")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                // Small tables on a small machine: the defaults split each look at a log into dozens of tasks.
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "1")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.warehouse.dir", data.resolve("warehouse").toString())
                .getOrCreate();
        return new SparkTables(spark, data.resolve("Tables"));
    }

    StructType schema(String table) {
        return spark.table(name(table)).schema();
    }

    Protocol protocol(String table) {
        var detail = sql("DESCRIBE DETAIL {" + table + "}").getFirst();
        return new Protocol(
                detail.getAs("minReaderVersion"),
                detail.getAs("minWriterVersion"),
                List.copyOf(detail.getList(detail.fieldIndex("tableFeatures"))),
                List.copyOf(detail.getList(detail.fieldIndex("partitionColumns"))));
    }

    List<Row> rows(String table) {
        return spark.table(name(table)).collectAsList();
    }

    /// Runs a statement in which `{x}` stands for the table x.
    List<Row> sql(String statement) {
        var named = statement.replaceAll("\\{(\\w+)}", "delta.`" + folder + "/$1`");
        return spark.sql(named).collectAsList();
    }

    private String name(String table) {
        return "delta.`" + folder.resolve(table) + "`";
    }
}
