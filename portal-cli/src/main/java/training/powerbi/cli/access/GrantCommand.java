package training.powerbi.cli.access;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import training.powerbi.cli.desk.Desk;

@Command(name = "grant", description = "Open a day for one student, whatever the cohort has.")
final class GrantCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private ExceptionWords words;

    GrantCommand(Desk desk) {
        this.desk = desk;
        this.words = new ExceptionWords();
    }

    @Override
    public Integer call() {
        words.make(desk, true);
        return 0;
    }
}
