package training.powerbi.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import training.powerbi.architecture.Rule;
import training.powerbi.client.TokenProvider;
import training.powerbi.client.connection.PortalConnection;

/// What holds at the command line beyond the common rules.
final class CliRules {
    static final List<Rule> ALL = List.of(
            new Rule("cliwire", theClientByItsPortsOnly()),
            new Rule("climicrosoft", microsoftsLibraryOnlyForSigningIn()),
            new Rule("cliconnection", connectionsAreMadeAtTheDesk()),
            new Rule("clicommand", commandsAreNamedSo()));

    private CliRules() {}

    private static ArchRule theClientByItsPortsOnly() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "..client.http..",
                        "..client.graphql..",
                        "..client.live..",
                        "..client.upload..",
                        "javafx..",
                        "training.powerbi.desktop..",
                        "training.powerbi.server..")
                .because("tokens, time-outs and errors are dealt with in one place");
    }

    private static ArchRule microsoftsLibraryOnlyForSigningIn() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..cli.signin")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.microsoft..", "..client.microsoft..")
                .because("how somebody signed in is nobody else's business");
    }

    private static ArchRule connectionsAreMadeAtTheDesk() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..cli.desk")
                .should()
                .callMethod(PortalConnection.class, "to", URI.class, TokenProvider.class, Clock.class)
                .because("which portal is meant, and who asks, is decided there");
    }

    private static ArchRule commandsAreNamedSo() {
        return classes()
                .that()
                .areAnnotatedWith(Command.class)
                .should()
                .haveNameMatching(".*(Command|CommandGroup|ServerOption)")
                .because("a reader finds each verb by its name");
    }
}
