package training.powerbi.desktop.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Questions to the person, as a port, so that ViewModels need no window. On the FX thread; calls wait for the answer.
public interface Dialogs {

    /// Asks before something is done.
    ///
    /// @param lines what will happen, one by one
    /// @param action what the button says that does it
    boolean confirm(String title, List<String> lines, String action);

    /// Asks before something is lost for good: the Enter key alone does not lose it. As [#confirm] else.
    boolean giveUp(String title, List<String> lines, String action);

    /// Tells something that is to be read in peace.
    ///
    /// @param lines one by one, each as long as it needs to be
    void tell(String title, List<String> lines);

    /// A file to open, or nothing when the person thought better of it.
    ///
    /// @param kind what is shown beside the patterns
    /// @param patterns such as `*.mp4`; empty for any
    Optional<Path> chooseFile(String title, String kind, List<String> patterns);

    /// A file to write, or nothing when the person thought better of it. What is there already is asked about.
    ///
    /// @param kind what is shown beside the pattern
    /// @param pattern such as `*.csv`
    /// @param name what it is called unless the person says otherwise
    Optional<Path> chooseTarget(String title, String kind, String pattern, String name);

    /// Opens an address in the system's browser.
    void browse(String address);

    /// Puts a text where it can be pasted from.
    void copy(String text);
}
