package training.powerbi.lakehouse.testing;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Refuses what the real store would refuse, so that a feature's test meets it early.
final class RowCheck {
    private RowCheck() {}

    static <R extends Record> R complete(R row) {
        for (var component : row.getClass().getRecordComponents()) {
            var value = value(component, row);
            if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new IllegalArgumentException(component.getName() + " must not be null in " + row);
            }
            if (value instanceof Instant instant && !instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
                throw new IllegalArgumentException(component.getName() + " must be cut to microseconds in " + row);
            }
        }
        return row;
    }

    private static @Nullable Object value(RecordComponent component, Record row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A record's accessor cannot be read", e);
        }
    }
}
