package training.powerbi.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import training.powerbi.architecture.Conditions;
import training.powerbi.architecture.Rule;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.open.Lakehouses;
import training.powerbi.model.Role;
import training.powerbi.server.audit.Changes;

/// What holds in the server beyond the common rules.
final class ServerRules {
    static final List<Rule> ALL = List.of(
            new Rule("storelibrary", storeLibrariesBehindThePort()),
            new Rule("storeroom", roomsOfTheStoreStayClosed()),
            new Rule("controllerstore", controllersLeaveTheStoreAlone()),
            new Rule("controllerservice", controllersUseTheirOwnModulesServices()),
            new Rule("controllerauthorization", controllersDoNotAuthorize()),
            new Rule("serviceauthorization", whatControllersCallAuthorizes()),
            new Rule("unguarded", authorizationReachesItsMethods()),
            new Rule("pastchanges", adminsChangeTablesThroughChanges()),
            new Rule("revision", revisionsComeWithTheirRows()),
            new Rule("injection", noFieldInjection()),
            new Rule("settings", settingsAreRecords()));

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int MODULE_DEPTH = 4;
    private static final Set<String> WRITES = Set.of("update", "submit", "append");
    private static final Set<JavaModifier> OUT_OF_REACH =
            Set.of(JavaModifier.PRIVATE, JavaModifier.STATIC, JavaModifier.FINAL);

    private ServerRules() {}

    private static ArchRule storeLibrariesBehindThePort() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.delta..", "org.apache.hadoop..", "org.apache.parquet..", "com.microsoft.sqlserver..")
                .because("the store must stay replaceable: features know the port, adapters know the libraries");
    }

    private static ArchRule roomsOfTheStoreStayClosed() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("training.powerbi.lakehouse.*..")
                        .and(not(equivalentTo(Lakehouses.class)))
                        .and(not(resideInAPackage("..lakehouse.backup..")))
                        .and(not(resideInAPackage("..lakehouse.check..")))
                        .and(not(resideInAPackage("..lakehouse.copy.."))))
                .because(
                        "what the store shows stands at its root, Lakehouses opens it, and three rooms work on one that"
                                + " is closed: all else may change freely");
    }

    private static ArchRule controllersLeaveTheStoreAlone() {
        return noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..lakehouse..")
                .because("rules of visibility live in services, where both transports pass");
    }

    private static ArchRule controllersUseTheirOwnModulesServices() {
        return classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should(Conditions.should("use services of their own module only", ServerRules::reportForeignServices))
                .because("what crosses modules is decided between services, not at the edge");
    }

    private static void reportForeignServices(JavaClass controller, Consumer<String> report) {
        controller.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(target -> target.isMetaAnnotatedWith(Component.class) && !target.isAnnotation())
                .filter(target -> !module(target).equals(module(controller)))
                .map(JavaClass::getName)
                .distinct()
                .forEach(name -> report.accept("uses " + name));
    }

    /// A module is a package right below `training.powerbi.server`; its sub-packages are its own.
    private static List<String> module(JavaClass type) {
        return DOT.splitAsStream(type.getPackageName()).limit(MODULE_DEPTH).toList();
    }

    private static ArchRule controllersDoNotAuthorize() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat(metaAnnotatedWith(Controller.class))
                .should()
                .beMetaAnnotatedWith(authorization())
                .orShould()
                .beDeclaredInClassesThat(metaAnnotatedWith(authorization()))
                .because("a rule on one controller would not hold for the other transport");
    }

    private static ArchRule whatControllersCallAuthorizes() {
        return classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .and()
                .resideOutsideOfPackage("..server.web..")
                .should(Conditions.should(
                        "call only service methods that say who may", ServerRules::reportUnauthorizedCalls))
                .because("access is denied unless a service method says otherwise, permitAll included");
    }

    private static void reportUnauthorizedCalls(JavaClass controller, Consumer<String> report) {
        controller.getAccessesFromSelf().stream()
                .map(JavaAccess::getTarget)
                .filter(CodeUnitAccessTarget.class::isInstance)
                .map(CodeUnitAccessTarget.class::cast)
                .filter(target -> target.getOwner().isMetaAnnotatedWith(Component.class))
                .filter(target -> !target.getOwner().equals(controller))
                .filter(target -> !target.getOwner().isMetaAnnotatedWith(authorization()))
                .filter(target -> !target.isMetaAnnotatedWith(authorization()))
                .map(CodeUnitAccessTarget::getFullName)
                .distinct()
                .forEach(name -> report.accept("calls " + name + ", which does not say who may"));
    }

    private static ArchRule authorizationReachesItsMethods() {
        return classes()
                .should(Conditions.should(
                        "let Spring Security stand before what they guard", ServerRules::reportUnguarded))
                .because(
                        "the check runs in a subclass Spring makes: a final class, or a private, static or final method"
                                + " or one called on this, is not checked");
    }

    private static void reportUnguarded(JavaClass type, Consumer<String> report) {
        var guarded = type.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(authorization()))
                .toList();
        var classGuarded = type.isMetaAnnotatedWith(authorization());
        if ((classGuarded || !guarded.isEmpty()) && type.getModifiers().contains(JavaModifier.FINAL)) {
            report.accept("is final");
        }
        guarded.stream()
                .filter(method -> method.getModifiers().stream().anyMatch(OUT_OF_REACH::contains))
                .forEach(method -> report.accept(method.getName() + " cannot be overridden"));
        if (!classGuarded) {
            type.getAccessesFromSelf().stream()
                    .filter(access -> access.getTargetOwner().equals(type))
                    .filter(access -> !guarded.contains(access.getOwner()))
                    .filter(access -> guarded.stream()
                            .anyMatch(method -> method.getFullName()
                                    .equals(access.getTarget().getFullName())))
                    .forEach(access ->
                            report.accept("calls its own " + access.getTarget().getName()));
        }
    }

    private static DescribedPredicate<JavaAnnotation<?>> authorization() {
        return DescribedPredicate.describe(
                "authorization",
                annotation -> resideInAPackage("org.springframework.security.access..")
                        .or(resideInAPackage("jakarta.annotation.security"))
                        .test(annotation.getRawType()));
    }

    private static ArchRule adminsChangeTablesThroughChanges() {
        return classes()
                .that(DescribedPredicate.describe("serve admins", ServerRules::servesAdmins))
                .should(Conditions.should("leave writing to Changes", ServerRules::reportWrites))
                .because("what an admin changes has its entry in the audit log, in the same commit");
    }

    private static boolean servesAdmins(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Changes.class))
                || forAdmins(type.tryGetAnnotationOfType(PreAuthorize.class))
                || type.getMethods().stream()
                        .anyMatch(method -> forAdmins(method.tryGetAnnotationOfType(PreAuthorize.class)));
    }

    private static boolean forAdmins(Optional<PreAuthorize> rule) {
        return rule.filter(who -> who.value().contains(Role.ADMIN.name())).isPresent();
    }

    private static void reportWrites(JavaClass type, Consumer<String> report) {
        type.getAccessesFromSelf().stream()
                .map(JavaAccess::getTarget)
                .filter(target -> target.getOwner().isAssignableTo(DeltaTable.class))
                .map(AccessTarget::getName)
                .filter(WRITES::contains)
                .distinct()
                .forEach(name -> report.accept("calls " + name + " of a table"));
    }

    private static ArchRule revisionsComeWithTheirRows() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..server.store..")
                .should()
                .callMethod(Lakehouse.class, "revision")
                .orShould()
                .callMethod(Lakehouse.class, "revisionAt", String.class, long.class)
                .because("a number read after its rows promises what they do not show; Revisions knows the order");
    }

    private static ArchRule noFieldInjection() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because(
                "what a class needs shows in its constructor, and a test can pass it");
    }

    private static ArchRule settingsAreRecords() {
        return classes()
                .that()
                .areMetaAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .andShould()
                .haveSimpleNameEndingWith("Properties")
                .andShould(Conditions.should("stay inside their module", ServerRules::reportIfExposed))
                .because("settings are read once, checked once, and belong to one module");
    }

    /// What is public in a module's root package is open to other modules; in a sub-package it is not.
    private static void reportIfExposed(JavaClass type, Consumer<String> report) {
        var depth = DOT.splitAsStream(type.getPackageName()).count();
        if (type.getModifiers().contains(JavaModifier.PUBLIC) && depth <= MODULE_DEPTH) {
            report.accept("is open to other modules");
        }
    }
}
