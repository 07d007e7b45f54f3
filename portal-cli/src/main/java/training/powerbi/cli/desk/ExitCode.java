package training.powerbi.cli.desk;

/// What a script learns of how a command went. The manual page and the how-to list them; they only grow.
public enum ExitCode {
    OK(0, "done"),
    FAILED(1, "failed, as the sentence says"),
    USAGE(2, "the command line is not understood"),
    SIGNED_OUT(3, "nobody is signed in, or e-mail and password do not fit"),
    NOT_FOUND(4, "there is no such day, recording, cohort or account"),
    REFUSED(5, "the portal refuses it: not allowed, bad input, in the way of another change, or too much at once"),
    UNREACHABLE(6, "the portal does not answer"),
    STOPPED(130, "stopped by Ctrl-C");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}
