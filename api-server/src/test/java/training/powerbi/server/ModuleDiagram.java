package training.powerbi.server;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The modules and who uses whom, as Mermaid text; sorted, so that it changes only when they do.
final class ModuleDiagram {

    private ModuleDiagram() {}

    static String of(ApplicationModules modules) {
        return Stream.of(
                        Stream.of(
                                "# Modules of the server",
                                "",
                                "Written by `ModularityTest` from the code; do not edit. An arrow points to what is used.",
                                "",
                                "```mermaid",
                                "flowchart TD"),
                        modules.stream().map(ModuleDiagram::name).sorted().map(name -> "  " + name),
                        modules.stream()
                                .flatMap(module -> arrows(module, modules))
                                .sorted(),
                        Stream.of("```", ""))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> arrows(ApplicationModule module, ApplicationModules modules) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(target -> "  " + name(module) + " --> " + name(target));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
