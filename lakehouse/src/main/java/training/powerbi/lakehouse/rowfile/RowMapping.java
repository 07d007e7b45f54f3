package training.powerbi.lakehouse.rowfile;

import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.rowfile.column.Column;

/// How a row record and its table's columns correspond.
public final class RowMapping<R extends Record> {
    private final List<Column> columns;
    private final StructType schema;
    private final MethodHandle constructor;

    public RowMapping(Class<R> type) {
        var components = Objects.requireNonNull(type.getRecordComponents(), "not a record");
        this.columns = Arrays.stream(components).map(Column::of).toList();
        // All columns are nullable for others, as `CREATE TABLE` in the specification leaves them.
        this.schema = new StructType(columns.stream()
                .map(column -> new StructField(column.name(), column.kind().type(), true))
                .toList());
        this.constructor = constructor(type);
    }

    public List<Column> columns() {
        return columns;
    }

    public StructType schema() {
        return schema;
    }

    @SuppressWarnings("unchecked") // the handle makes nothing else
    R create(@Nullable Object[] values) {
        try {
            return (R) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The constructor of a row failed", e);
        }
    }

    /// Refuses a row that would not come back from the disk as it is.
    ///
    /// @throws IllegalArgumentException when a component that must have a value has none, or an instant is finer
    /// than microseconds
    public void check(R row) {
        for (var column : columns) {
            var value = column.get(row);
            if (value == null && !column.nullable()) {
                throw new IllegalArgumentException("Column " + column.name() + " must have a value");
            }
            if (value instanceof Instant instant && !instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
                throw new IllegalArgumentException("Column " + column.name() + " must be cut to microseconds");
            }
        }
    }

    private static MethodHandle constructor(Class<? extends Record> type) {
        try {
            var components = Objects.requireNonNull(type.getRecordComponents());
            var types = Arrays.stream(components)
                    .map(component -> component.getType())
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Record.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no canonical constructor", e);
        }
    }
}
