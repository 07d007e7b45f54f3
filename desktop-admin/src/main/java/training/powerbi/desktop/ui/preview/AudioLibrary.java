package training.powerbi.desktop.ui.preview;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.function.Predicate;

/// Whether this computer has what the player needs for sound. On Linux a page with a video takes the whole program
/// down when ALSA's library is missing, so it is looked for before.
public final class AudioLibrary {
    private static final String ALSA = "libasound.so.2";

    private final String system;
    private final Predicate<String> present;

    /// Of some computer.
    ///
    /// @param system as the property `os.name` has it
    /// @param present whether a library of that name can be loaded
    public AudioLibrary(String system, Predicate<String> present) {
        this.system = system;
        this.present = present;
    }

    public static AudioLibrary ofThisComputer() {
        return new AudioLibrary(System.getProperty("os.name", ""), AudioLibrary::loads);
    }

    /// Whether a video may be played in this program.
    boolean canPlay() {
        return !system.toLowerCase(Locale.ROOT).contains("linux") || present.test(ALSA);
    }

    @SuppressWarnings("restricted") // Opens a library and calls nothing in it, as JavaFX is about to do itself.
    private static boolean loads(String library) {
        try (var arena = Arena.ofConfined()) {
            return SymbolLookup.libraryLookup(library, arena)
                    .find("snd_pcm_open")
                    .isPresent();
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
