package training.powerbi.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/// What ArchUnit has no word for.
public final class Conditions {
    private static final Set<String> LOCALE_METHODS = Set.of("toLowerCase", "toUpperCase", "format", "formatted");

    private Conditions() {}

    /// A condition that calls `report` with a sentence for each violation.
    public static ArchCondition<JavaClass> should(String description, BiConsumer<JavaClass, Consumer<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(
                        type,
                        sentence -> events.add(SimpleConditionEvent.violated(type, type.getName() + " " + sentence)));
            }
        };
    }

    static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return should("reside in a @NullMarked package", (type, report) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                report.accept("is in " + type.getPackageName() + ", which is not @NullMarked");
            }
        });
    }

    static ArchCondition<JavaClass> haveNoStaticMutableState() {
        return should(
                "have no static mutable state",
                (type, report) -> type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(Conditions::isMutable)
                        .forEach(field -> report.accept("has static mutable " + field.getName())));
    }

    private static boolean isMutable(JavaField field) {
        var type = field.getRawType();
        return !field.getModifiers().contains(JavaModifier.FINAL)
                || type.isAssignableTo(AbstractCollection.class)
                || type.isAssignableTo(AbstractMap.class)
                || type.isAssignableTo(ThreadLocal.class)
                || type.getPackageName().startsWith("java.util.concurrent");
    }

    static DescribedPredicate<JavaAccess<?>> readsTheSystemClock() {
        return access("reads the system clock", (owner, member, access) -> switch (owner) {
            case "java.lang.System" -> member.equals("currentTimeMillis");
            case "java.time.Clock" -> false;
            default ->
                (owner.startsWith("java.time.") && member.equals("now") && !takes(access, Clock.class))
                        || (owner.equals(Date.class.getName()) && member.equals("<init>") && parameters(access) == 0);
        });
    }

    static DescribedPredicate<JavaAccess<?>> usesTheDefaultLocale() {
        return access(
                "uses the default locale",
                (owner, member, access) -> owner.equals(String.class.getName())
                        && LOCALE_METHODS.contains(member)
                        && !takes(access, Locale.class));
    }

    static ArchCondition<JavaClass> haveConstructorsOfAtMost(int limit) {
        return should(
                "have constructors of at most " + limit + " parameters",
                (type, report) -> type.getConstructors().stream()
                        .filter(constructor ->
                                constructor.getRawParameterTypes().size() > limit)
                        .forEach(constructor -> report.accept(
                                "needs " + constructor.getRawParameterTypes().size() + " things to be made")));
    }

    private interface AccessTest {
        boolean holds(String owner, String member, JavaAccess<?> access);
    }

    private static DescribedPredicate<JavaAccess<?>> access(String description, AccessTest test) {
        return DescribedPredicate.describe(
                description,
                access -> test.holds(
                        access.getTargetOwner().getName(), access.getTarget().getName(), access));
    }

    private static boolean takes(JavaAccess<?> access, Class<?> type) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().size()
                : -1;
    }
}
