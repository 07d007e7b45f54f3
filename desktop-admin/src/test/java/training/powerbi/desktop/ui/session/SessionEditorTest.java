package training.powerbi.desktop.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.model.error.PortalException;

class SessionEditorTest {
    private final Desk desk = Desk.atOnce().read();
    private final SimpleObjectProperty<@Nullable DayState> chosen = new SimpleObjectProperty<>(desk.day(9));
    private final SessionEditor editor = new SessionEditor(desk.course, chosen);

    @Test
    void theClockIsSetAndTakenAway() {
        editor.date().set(LocalDate.of(2026, 12, 8));
        editor.time().set("18:30");
        editor.setClock();

        assertThat(desk.portal.asked).contains("openDayAt 9 main 2026-12-08T18:30:00Z");
        assertThat(editor.clock().get()).startsWith("Opens by itself on Tue");

        editor.takeClockAway();
        assertThat(desk.portal.asked).contains("openDayAt 9 main null");
        assertThat(editor.clock().get()).isEqualTo("No time is set at which this day opens by itself.");
    }

    @Test
    void whatIsWrongIsSaidBesideTheField() {
        editor.setClock();
        assertThat(editor.errors().of(SessionEditor.OPENS).get()).isEqualTo("Choose a date.");
        editor.date().set(LocalDate.of(2026, 12, 8));
        editor.time().set("noon");
        editor.setClock();
        assertThat(editor.errors().of(SessionEditor.OPENS).get()).isEqualTo("Enter a time such as 09:00.");
        editor.time().set("12:00");
        desk.portal.refuse(PortalException.badInput("opensAt", "This time is past; unlock the day to open it now."));
        editor.setClock();
        assertThat(editor.errors().of(SessionEditor.OPENS).get()).startsWith("This time is past");
    }

    @Test
    void whereAndHowLongAreSavedAndWhatIsTypedStays() {
        editor.address().set("https://teams.example.com/9");
        assertThat(editor.isTyped()).isTrue();
        desk.state.hear(Samples.withWords(desk.day(9).day(), "Another title", ""));
        assertThat(editor.address().get()).isEqualTo("https://teams.example.com/9");

        editor.minutes().set("ninety");
        editor.save();
        assertThat(editor.errors().of(SessionEditor.MINUTES).get()).startsWith("Type a number");
        editor.minutes().set("90");
        editor.save();
        assertThat(desk.portal.asked).contains("setSession 9 main https://teams.example.com/9 90");
    }

    @Test
    void anOpenDayHasNoClock() {
        chosen.set(desk.day(1));
        assertThat(editor.clock().get()).startsWith("The day is open.");
        chosen.set(null);
        assertThat(editor.day().get()).isNull();
    }

    @Test
    void theTimeIsReadOnTheClockOfTheRun() {
        desk.portal.add(Samples.cohort("c2", "Spring 2027"));
        desk.read();
        desk.state.hear(desk.portal.course("main"));
        editor.date().set(LocalDate.of(2026, 12, 8));
        editor.time().set("18:30");
        editor.setClock();
        assertThat(desk.portal.asked).contains("openDayAt 9 main " + Instant.parse("2026-12-08T17:30:00Z"));
    }
}
