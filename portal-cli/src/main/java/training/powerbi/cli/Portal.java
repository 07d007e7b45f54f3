package training.powerbi.cli;

import java.nio.file.Path;
import training.powerbi.cli.desk.Folders;
import training.powerbi.cli.terminal.Terminal;

/// Where the program begins.
public final class Portal {
    private Portal() {}

    /// Does what the command line says and ends the process with its exit code.
    public static void main(String[] arguments) {
        var folder = Folders.data(
                System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")), System::getenv);
        System.exit(new CommandTree(Terminal.ofProcess(), folder, System::getenv, null).run(arguments));
    }
}
