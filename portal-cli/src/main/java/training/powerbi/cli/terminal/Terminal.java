package training.powerbi.cli.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a command speaks: answers go to the standard output, all else to the standard error, so that a pipe gets
/// answers only. Safe for use by many threads.
public final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;
    private final Shape shape;
    private final @Nullable Questions questions;
    private String status = "";

    /// What the streams lead to.
    ///
    /// @param outShown whether answers are seen by a person
    /// @param errShown whether all else is
    /// @param columns that fit on a line
    /// @param colours whether the person wants them
    public record Shape(boolean outShown, boolean errShown, int columns, boolean colours) {}

    /// Asks the person; null answers mean that nobody is there any more.
    public interface Questions {
        @Nullable
        String line(String question);

        /// What is typed is not shown.
        char @Nullable [] secret(String question);
    }

    /// @param questions null when nobody is there to ask
    public Terminal(PrintStream out, PrintStream err, InputStream in, Shape shape, @Nullable Questions questions) {
        this.out = out;
        this.err = err;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.shape = shape;
        this.questions = questions;
    }

    /// That of this process.
    public static Terminal ofProcess() {
        return new Terminal(
                stream(FileDescriptor.out, "stdout.encoding"),
                stream(FileDescriptor.err, "stderr.encoding"),
                new FileInputStream(FileDescriptor.in),
                ProcessShape.find(),
                ConsoleQuestions.find().orElse(null));
    }

    /// Never closed: that would close the process's own. ASCII is what Java takes for a system that says nothing.
    private static PrintStream stream(FileDescriptor descriptor, String encoding) {
        var named = Charset.forName(System.getProperty(encoding, "UTF-8"));
        return new PrintStream(
                new FileOutputStream(descriptor),
                true,
                named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named);
    }

    public Shape shape() {
        return shape;
    }

    /// A line of the answer.
    ///
    /// @throws UncheckedIOException when whoever read it has gone
    public synchronized void say(String line) {
        hideStatus();
        out.println(line);
        if (out.checkError()) {
            throw new UncheckedIOException(new IOException("Nobody reads the answer any more"));
        }
        showStatus();
    }

    /// A line for the person that is no part of the answer.
    public synchronized void note(String line) {
        hideStatus();
        err.println(line);
        showStatus();
    }

    /// A last line that changes until the next one; seen on terminals only.
    public synchronized void status(String line) {
        if (shape.errShown()) {
            hideStatus();
            status = line;
            showStatus();
        }
    }

    private void showStatus() {
        if (!status.isEmpty()) {
            err.print(status);
            err.flush();
        }
    }

    private void hideStatus() {
        if (!status.isEmpty()) {
            err.print('\r' + " ".repeat(Width.of(status)) + '\r');
        }
    }

    /// Who is to be asked; empty when nobody is there.
    public Optional<Questions> questions() {
        return Optional.ofNullable(questions);
    }

    /// The next line of the standard input; empty at its end.
    public Optional<String> readLine() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
