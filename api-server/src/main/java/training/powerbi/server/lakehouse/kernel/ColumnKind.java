package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Locale;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/// The Java types a row may have, and how each is stored.
enum ColumnKind {
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

    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final long JULIAN_DAY_OF_1970 = 2_440_588;

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

    DataType type() {
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

    Type parquet(String name) {
        var type = switch (this) {
            case TEXT, ENUM -> Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
            case INT -> Types.optional(PrimitiveTypeName.INT32);
            case LONG -> Types.optional(PrimitiveTypeName.INT64);
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN);
            case FLOAT -> Types.optional(PrimitiveTypeName.FLOAT);
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE);
            case INSTANT -> Types.optional(PrimitiveTypeName.INT96);
        };
        return type.named(name);
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

    Object read(ColumnVector from, int row) {
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

    void write(RecordConsumer to, Object value) {
        switch (this) {
            case TEXT -> to.addBinary(Binary.fromString((String) value));
            case ENUM -> to.addBinary(Binary.fromString(((Enum<?>) value).name().toLowerCase(Locale.ROOT)));
            case INT -> to.addInteger((Integer) value);
            case LONG -> to.addLong((Long) value);
            case BOOLEAN -> to.addBoolean((Boolean) value);
            case FLOAT -> to.addFloat((Float) value);
            case DOUBLE -> to.addDouble((Double) value);
            case INSTANT -> to.addBinary(int96((Instant) value));
        }
    }

    /// As Spark writes timestamps by default, and the only form that every reader of these tables knows: nanoseconds
    /// of the day, then the Julian day, both little-endian.
    private static Binary int96(Instant instant) {
        long day = Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_A_DAY);
        long nanos = Math.floorMod(instant.getEpochSecond(), SECONDS_OF_A_DAY) * 1_000_000_000L + instant.getNano();
        return Binary.fromConstantByteArray(ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(nanos)
                .putInt(Math.toIntExact(day + JULIAN_DAY_OF_1970))
                .array());
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
