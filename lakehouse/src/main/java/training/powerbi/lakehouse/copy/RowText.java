package training.powerbi.lakehouse.copy;

import io.delta.kernel.data.Row;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.util.HexFormat;

/// A row as text that is equal when the rows are: each value with its length, so that no two rows read alike.
final class RowText {
    private RowText() {}

    static String of(Row row) {
        var text = new StringBuilder();
        for (int column = 0; column < row.getSchema().length(); column++) {
            if (row.isNullAt(column)) {
                text.append('-');
            } else {
                var value = value(row, column, row.getSchema().at(column).getDataType());
                text.append(value.length()).append(':').append(value);
            }
        }
        return text.toString();
    }

    private static String value(Row row, int column, DataType type) {
        return switch (type) {
            case StringType _ -> row.getString(column);
            case BooleanType _ -> String.valueOf(row.getBoolean(column));
            case ByteType _ -> String.valueOf(row.getByte(column));
            case ShortType _ -> String.valueOf(row.getShort(column));
            case IntegerType _, DateType _ -> String.valueOf(row.getInt(column));
            case LongType _, TimestampType _, TimestampNTZType _ -> String.valueOf(row.getLong(column));
            case FloatType _ -> String.valueOf(row.getFloat(column));
            case DoubleType _ -> String.valueOf(row.getDouble(column));
            case DecimalType _ -> row.getDecimal(column).toString();
            case BinaryType _ -> HexFormat.of().formatHex(row.getBinary(column));
            case StructType _ -> of(row.getStruct(column));
            case ArrayType _ ->
                VectorUtils.<Object>toJavaList(row.getArray(column)).toString();
            case MapType _ -> VectorUtils.toJavaMap(row.getMap(column)).toString();
            default -> throw new IllegalArgumentException("Rows with " + type + " cannot be compared");
        };
    }
}
