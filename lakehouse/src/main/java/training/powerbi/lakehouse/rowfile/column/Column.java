package training.powerbi.lakehouse.rowfile.column;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One component of a row record as a column.
///
/// @param constants the constants of an enum by their stored text; empty for other kinds
public record Column(
        String name,
        Class<?> javaType,
        ColumnKind kind,
        boolean nullable,
        Function<Object, @Nullable Object> getter,
        Map<String, Object> constants) {

    public static Column of(RecordComponent component) {
        var type = component.getType();
        var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Column(
                snakeCase(component.getName()), type, ColumnKind.of(type), nullable, getter(component), byText(type));
    }

    @Nullable
    public Object get(Object row) {
        return getter.apply(row);
    }

    /// Turns what the file holds into what the record wants.
    @Nullable
    public Object accept(@Nullable Object stored) throws BadRowException {
        if (stored == null) {
            if (!nullable) {
                throw new BadRowException("no value in " + name);
            }
            return null;
        }
        if (kind != ColumnKind.ENUM) {
            return stored;
        }
        var constant = constants.get(stored);
        if (constant == null) {
            throw new BadRowException("an unknown value in " + name);
        }
        return constant;
    }

    /// The value of rows written before the column existed.
    @Nullable
    public Object absent() {
        if (nullable) {
            return null;
        }
        return kind == ColumnKind.ENUM ? javaType.getEnumConstants()[0] : kind.absent();
    }

    /// A method of its own for each accessor: a commit may read a million values, and method handles that are not
    /// constants cost several times as much.
    @SuppressWarnings("unchecked") // the factory makes what it is asked for
    private static Function<Object, @Nullable Object> getter(RecordComponent component) {
        try {
            var row = component.getDeclaringRecord();
            var lookup = MethodHandles.privateLookupIn(row, MethodHandles.lookup());
            var accessor = lookup.unreflect(component.getAccessor());
            var boxed = MethodType.methodType(component.getType()).wrap().returnType();
            var site = LambdaMetafactory.metafactory(
                    lookup,
                    "apply",
                    MethodType.methodType(Function.class),
                    MethodType.methodType(Object.class, Object.class),
                    accessor,
                    MethodType.methodType(boxed, row));
            return (Function<Object, @Nullable Object>) site.getTarget().invoke();
        } catch (Throwable e) {
            throw new IllegalArgumentException(component + " cannot be read", e);
        }
    }

    private static Map<String, Object> byText(Class<?> type) {
        var constants = new HashMap<String, Object>();
        if (type.isEnum()) {
            for (var constant : type.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
            }
        }
        return constants;
    }

    static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
