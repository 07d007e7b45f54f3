package training.powerbi.cli.desk;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// What every command understands.
public final class GlobalOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The portal's address; without it $PORTAL_URL, else that of the last sign-in.")
    private @Nullable String server;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Answer in JSON, failures too.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing but answers and failures.")
    private boolean quiet;

    public @Nullable String server() {
        return server;
    }

    public boolean json() {
        return json;
    }

    public boolean quiet() {
        return quiet;
    }
}
