package training.powerbi.desktop.layout;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.Scene;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.FakeSession;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Screens;
import training.powerbi.desktop.ui.day.DayDesk;

/// Goes through all states of the window with the longest texts and measures each.
final class LongTextRun {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final int MOST = 12;

    private final Function<Parent, Scene> frame;
    private final BiConsumer<String, Scene> seen;
    private final List<String> faults = new ArrayList<>();

    /// @param frame puts a window's content into a dressed scene of some size; on the FX thread
    /// @param seen gets each state with its scene, once it is measured
    LongTextRun(Function<Parent, Scene> frame, BiConsumer<String, Scene> seen) {
        this.frame = frame;
        this.seen = seen;
    }

    /// What is wrong, with the state it is wrong in.
    List<String> run() {
        Arrangement.ALL.forEach(this::measure);
        return List.copyOf(faults);
    }

    /// The same of signing in, whose form is of one width everywhere.
    ///
    /// @param folder for what the sign-in remembers
    List<String> signIn(Path folder) {
        SignInState.ALL.forEach(state -> measure(state, folder));
        return List.copyOf(faults);
    }

    private void measure(Arrangement arrangement) {
        var desk = LongCourse.desk().read();
        var scene = new Scene[1];
        Pictures.onFx(() -> {
            var day = new DayDesk(desk.portal, desk.files, desk.state, desk.tasks, desk.screen, desk.dialogs, ZONE);
            var session = new FakeSession();
            session.name = LongCourse.WORDS;
            session.keptInFile = true;
            var screens = new Screens(day, LongCourse.WORDS, session);
            screens.journal.left = LongCourse.uploads();
            scene[0] = frame.apply(screens.window().root());
            var window = new Arrangement.Window(desk, screens, scene[0]);
            window.lay();
            arrangement.reach().accept(window);
        });
        judge(arrangement.name(), scene);
    }

    private void measure(SignInState state, Path folder) {
        var scene = new Scene[1];
        Pictures.onFx(() -> state.form(Desk.atOnce(), folder, form -> {
            scene[0] = frame.apply(form);
            return form;
        }));
        judge(state.name(), scene);
    }

    private void judge(String name, Scene[] scene) {
        // What is drawn a moment later is drawn now, and what that leads to after it.
        Pictures.onFx(() -> lay(scene[0]));
        Pictures.onFx(() -> {
            lay(scene[0]);
            Faults.of(scene[0]).stream().distinct().limit(MOST).forEach(fault -> faults.add(name + ": " + fault));
            seen.accept(name, scene[0]);
        });
    }

    private static void lay(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }
}
