package training.powerbi.cli.server;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;

@Command(
        name = "audit-verify",
        description = "Say whether the audit log is whole, and holds the entry whose hash was kept elsewhere.")
final class VerifyAuditCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private ServerRun server;

    @Parameters(arity = "0..1", paramLabel = "HASH", description = "What an earlier run printed and somebody kept.")
    private @Nullable String hash;

    VerifyAuditCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return server.with(desk, hash == null ? "--audit-verify" : "--audit-verify=" + hash);
    }
}
