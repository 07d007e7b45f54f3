package training.powerbi.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import training.powerbi.architecture.Conditions;
import training.powerbi.architecture.Rule;

/// What holds in the server beyond the common rules.
final class ServerRules {
    static final List<Rule> ALL = List.of(
            new Rule("storelibrary", storeLibrariesBehindThePort()),
            new Rule("controllerstore", controllersLeaveTheStoreAlone()),
            new Rule("controllerservice", controllersUseTheirOwnModulesServices()),
            new Rule("controllerauthorization", controllersDoNotAuthorize()),
            new Rule("serviceauthorization", whatControllersCallAuthorizes()),
            new Rule("injection", noFieldInjection()),
            new Rule("settings", settingsAreRecords()));

    private ServerRules() {}

    private static ArchRule storeLibrariesBehindThePort() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..lakehouse.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.delta..", "org.apache.hadoop..", "org.apache.parquet..", "com.microsoft.sqlserver..")
                .because("the store must stay replaceable: features know the port, adapters know the libraries");
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
                .filter(target -> target.isMetaAnnotatedWith(Component.class))
                .filter(target -> !target.getPackage().equals(controller.getPackage()))
                .map(JavaClass::getName)
                .distinct()
                .forEach(name -> report.accept("uses " + name));
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

    private static DescribedPredicate<JavaAnnotation<?>> authorization() {
        return DescribedPredicate.describe(
                "authorization",
                annotation -> resideInAPackage("org.springframework.security.access..")
                        .or(resideInAPackage("jakarta.annotation.security"))
                        .test(annotation.getRawType()));
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
                .andShould()
                .bePackagePrivate()
                .because("settings are read once, checked once, and belong to one module");
    }
}
