package training.powerbi.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Application;
import org.slf4j.Logger;
import training.powerbi.architecture.Conditions;
import training.powerbi.architecture.Ports;
import training.powerbi.architecture.Rule;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.client.signin.PasswordSignIn;
import training.powerbi.desktop.auth.SignIns;

/// What holds in the desktop program beyond the common rules.
final class DesktopRules {
    private static final Ports PORTS = new Ports(Set.of(
            "training.powerbi.client",
            "training.powerbi.client.access",
            "training.powerbi.client.report",
            "training.powerbi.client.signin",
            "training.powerbi.desktop.auth"));
    static final List<Rule> ALL = List.of(
            new Rule("toolkit", theToolkitStaysInTheWindow()),
            new Rule("viewmodeltoolkit", viewModelsAndStateRunWithoutAToolkit()),
            new Rule("microsoft", microsoftsLibraryOnlyForSigningIn()),
            new Rule("wire", requestsOnlyByTheClient()),
            new Rule("wirehand", theClientByItsPortsOnly()),
            new Rule("adapter", PORTS.hideTheirAdapters()),
            new Rule("factory", onlyTheRootMakesAdapters()),
            new Rule("view", viewsSeeTheirViewModelOnly()),
            new Rule("logging", applicationsKeepNoLogger()));

    private static final String ROOT = "training.powerbi.desktop";
    private static final String UI = "..desktop.ui..";
    private static final String AUTH = "..desktop.auth..";
    private static final Set<String> ACTING_STATE = Set.of("PortalState", "LiveCourse");

    private DesktopRules() {}

    private static ArchRule theToolkitStaysInTheWindow() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(UI, ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .because("what is not a window is tested without one");
    }

    private static ArchRule viewModelsAndStateRunWithoutAToolkit() {
        return noClasses()
                .that(areViewModels().or(JavaClass.Predicates.resideInAPackage("..desktop.state..")))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("javafx..")
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage("javafx.beans..", "javafx.collections.."))))
                .because("they are tried by the dozen in a millisecond each, which no toolkit starts in");
    }

    private static ArchRule microsoftsLibraryOnlyForSigningIn() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(AUTH)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.microsoft..")
                .because("how somebody signed in is nobody else's business");
    }

    private static ArchRule requestsOnlyByTheClient() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .because("tokens, time-outs and errors are dealt with in one place");
    }

    private static ArchRule theClientByItsPortsOnly() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..client.http..", "..client.graphql..", "..client.live..", "..client.upload..")
                .because("what carries the ports over the wire may change without a window noticing");
    }

    private static ArchRule onlyTheRootMakesAdapters() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(AUTH, ROOT)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(PortalConnection.class, PasswordSignIn.class, SignIns.class)
                .because("everything else gets ports, which a test can play");
    }

    private static ArchRule viewsSeeTheirViewModelOnly() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("View")
                .should(Conditions.should("act through their own ViewModel only", DesktopRules::reportWhatViewsSee))
                .because("what a View could do by itself, no test without a window would see");
    }

    private static ArchRule applicationsKeepNoLogger() {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Application.class)
                .should()
                .haveRawType(Logger.class)
                .because("logging still begins when they are made, and a logger of that moment stays silent for ever");
    }

    private static void reportWhatViewsSee(JavaClass view, Consumer<String> report) {
        view.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(seen ->
                        PORTS.contain(seen) || ACTING_STATE.contains(seen.getSimpleName()) || isForeign(seen, view))
                .map(JavaClass::getName)
                .distinct()
                .forEach(name -> report.accept("sees " + name));
    }

    private static boolean isForeign(JavaClass seen, JavaClass view) {
        return areViewModels().test(seen) && !seen.getPackageName().equals(view.getPackageName());
    }

    private static DescribedPredicate<JavaClass> areViewModels() {
        return DescribedPredicate.describe(
                "are ViewModels", type -> type.getSimpleName().endsWith("ViewModel"));
    }
}
