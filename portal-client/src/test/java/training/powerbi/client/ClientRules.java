package training.powerbi.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import training.powerbi.architecture.Ports;
import training.powerbi.architecture.Rule;

/// What holds in the client beyond the common rules.
final class ClientRules {
    private static final String PORTS = "training.powerbi.client";

    static final List<Rule> ALL = List.of(
            new Rule("clientframework", noToolkitAndNoFramework()),
            new Rule("clientmicrosoft", microsoftsLibraryInOnePackage()),
            new Rule("clientwire", portsDoNotKnowTheWire()),
            new Rule(
                    "clientadapter",
                    new Ports(Set.of(PORTS, PORTS + ".access", PORTS + ".report", PORTS + ".signin"))
                            .hideTheirAdapters()));

    private ClientRules() {}

    private static ArchRule noToolkitAndNoFramework() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.springframework..", "training.powerbi.desktop..")
                .because("a command line or a benchmark uses it too, and brings none of them along");
    }

    private static ArchRule microsoftsLibraryInOnePackage() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..client.microsoft")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.microsoft..", "..client.microsoft")
                .because("programs that do not sign in with Microsoft do not bring its library along");
    }

    private static ArchRule portsDoNotKnowTheWire() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..client.http",
                        "..client.graphql",
                        "..client.live",
                        "..client.upload",
                        "..client.report",
                        "..client.access",
                        "..client.signin")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "tools.jackson..")
                .because("tokens, time-outs and errors are dealt with in one place");
    }
}
