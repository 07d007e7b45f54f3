package training.powerbi.cli.access;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import training.powerbi.cli.desk.Desk;

@Command(name = "hold-back", description = "Hold a day back for one student, whatever the cohort has.")
final class HoldBackCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private ExceptionWords words;

    HoldBackCommand(Desk desk) {
        this.desk = desk;
        this.words = new ExceptionWords();
    }

    @Override
    public Integer call() {
        words.make(desk, false);
        return 0;
    }
}
