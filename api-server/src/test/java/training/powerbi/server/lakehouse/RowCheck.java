package training.powerbi.server.lakehouse;

import org.jspecify.annotations.Nullable;

/// Refuses what the real store would refuse, so that a feature's test meets it early.
final class RowCheck {
    private RowCheck() {}

    static <R extends Record> R complete(R row) {
        for (var component : row.getClass().getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                try {
                    component.getAccessor().setAccessible(true);
                    if (component.getAccessor().invoke(row) == null) {
                        throw new IllegalArgumentException(component.getName() + " must not be null in " + row);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError("A record's accessor cannot be read", e);
                }
            }
        }
        return row;
    }
}
