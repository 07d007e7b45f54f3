package training.powerbi.lakehouse.rowfile.column;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/// The Java types a row may have, and how each is stored.
public enum ColumnKind {
    TEXT,
    INT,
    LONG,
    BOOLEAN,
    FLOAT,
    DOUBLE,
    /// In microseconds, UTC.
    INSTANT,
    /// A constant, stored by its name in lower case; [Column] turns the text back.
    ENUM;

    static ColumnKind of(Class<?> type) {
        if (type.isEnum()) {
            return ENUM;
        }
        return switch (type.getName()) {
            case "java.lang.String" -> TEXT;
            case "int", "java.lang.Integer" -> INT;
            case "long", "java.lang.Long" -> LONG;
            case "boolean", "java.lang.Boolean" -> BOOLEAN;
            case "float", "java.lang.Float" -> FLOAT;
            case "double", "java.lang.Double" -> DOUBLE;
            case "java.time.Instant" -> INSTANT;
            default -> throw new IllegalArgumentException(type + " cannot be a column");
        };
    }

    public DataType type() {
        return switch (this) {
            case TEXT, ENUM -> StringType.STRING;
            case INT -> IntegerType.INTEGER;
            case LONG -> LongType.LONG;
            case BOOLEAN -> BooleanType.BOOLEAN;
            case FLOAT -> FloatType.FLOAT;
            case DOUBLE -> DoubleType.DOUBLE;
            case INSTANT -> TimestampType.TIMESTAMP;
        };
    }

    boolean isText() {
        return this == TEXT || this == ENUM;
    }

    public Type physical() {
        return switch (this) {
            case TEXT, ENUM -> Type.BYTE_ARRAY;
            case INT -> Type.INT32;
            case LONG -> Type.INT64;
            // As Spark writes timestamps by default, and the one form that all readers of these tables know.
            case INSTANT -> Type.INT96;
            case BOOLEAN -> Type.BOOLEAN;
            case FLOAT -> Type.FLOAT;
            case DOUBLE -> Type.DOUBLE;
        };
    }

    /// The column in a Parquet file's schema.
    public SchemaElement parquet(String name) {
        var element = new SchemaElement(name).setType(physical()).setRepetition_type(FieldRepetitionType.OPTIONAL);
        if (isText()) {
            element.setConverted_type(ConvertedType.UTF8);
            element.setLogicalType(LogicalType.STRING(new org.apache.parquet.format.StringType()));
        }
        return element;
    }

    /// What rows get that were written before the column existed.
    Object absent() {
        return switch (this) {
            case TEXT, ENUM -> "";
            case INT -> 0;
            case LONG -> 0L;
            case BOOLEAN -> false;
            case FLOAT -> 0f;
            case DOUBLE -> 0d;
            case INSTANT -> Instant.EPOCH;
        };
    }

    public Object read(ColumnVector from, int row) {
        return switch (this) {
            case TEXT, ENUM -> from.getString(row);
            case INT -> from.getInt(row);
            case LONG -> from.getLong(row);
            case BOOLEAN -> from.getBoolean(row);
            case FLOAT -> from.getFloat(row);
            case DOUBLE -> from.getDouble(row);
            case INSTANT -> instant(from.getLong(row));
        };
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
