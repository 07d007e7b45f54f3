package training.powerbi.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import training.powerbi.architecture.Rule;

/// What holds in the client beyond the common rules.
final class ClientRules {
    static final List<Rule> ALL = List.of(
            new Rule("clientframework", noToolkitAndNoFramework()),
            new Rule("clientwire", portsDoNotKnowTheWire()),
            new Rule("clientadapter", adaptersAreHidden()));

    private static final String PORTS = "training.powerbi.client";
    private static final Set<String> WITH_PORTS = Set.of(PORTS, PORTS + ".signin");

    private ClientRules() {}

    private static ArchRule noToolkitAndNoFramework() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..", "org.springframework..", "com.microsoft..", "training.powerbi.desktop..")
                .because("a command line or a benchmark uses it too, and brings none of them along");
    }

    private static ArchRule portsDoNotKnowTheWire() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..client.http", "..client.graphql", "..client.live", "..client.upload", "..client.signin")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "tools.jackson..")
                .because("tokens, time-outs and errors are dealt with in one place");
    }

    private static ArchRule adaptersAreHidden() {
        return classes()
                .that(haveAPort())
                .should()
                .notBePublic()
                .because("whoever sees an adapter need not know its port");
    }

    private static DescribedPredicate<JavaClass> haveAPort() {
        return DescribedPredicate.describe(
                "have a port",
                type -> !type.isInterface()
                        && type.getAllRawInterfaces().stream().anyMatch(ClientRules::isPort));
    }

    /// A top-level interface that does something; the sealed ones of records do not.
    private static boolean isPort(JavaClass type) {
        return type.isInterface()
                && type.isTopLevelClass()
                && WITH_PORTS.contains(type.getPackageName())
                && type.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.ABSTRACT));
    }
}
