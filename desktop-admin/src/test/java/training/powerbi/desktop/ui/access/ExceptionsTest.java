package training.powerbi.desktop.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.model.error.PortalException;

class ExceptionsTest {
    private final Desk desk = Desk.atOnce().read();
    private final AtomicInteger changes = new AtomicInteger();
    private final Exceptions ofStudent = new Exceptions(desk.course, false, changes::incrementAndGet);
    private final Exceptions ofDay = new Exceptions(desk.course, true, () -> {});

    @Test
    void saysWhyAndMakesAnExceptionUntilATime() {
        ofStudent.choose(desk.portal.people.getFirst());
        assertThat(ofStudent.why().get()).isEmpty();
        ofStudent.day().set(9);
        assertThat(ofStudent.why().get()).isEqualTo("Student Number 0 does not see day 9. Day 9 is locked.");

        ofStudent.reason().set("Was ill");
        ofStudent.until().set(LocalDate.of(2026, 12, 1));
        ofStudent.make();

        assertThat(desk.portal.asked).contains("grantAccess u0 9 true Was ill 2026-12-01T20:00:00Z");
        assertThat(ofStudent.active()).hasSize(1);
        assertThat(ofStudent.facts(ofStudent.active().getFirst())).startsWith("Opened until Tue");
        assertThat(ofStudent.why().get())
                .startsWith("Student Number 0 sees day 9.")
                .contains("Was ill")
                .contains("This changes by the clock on Tue");
        assertThat(ofStudent.reason().get()).isEmpty();
        assertThat(changes).hasValue(1);
    }

    @Test
    void holdsBackUntilItIsRevoked() {
        ofDay.day().set(2);
        ofDay.search().typed().set("student0");
        desk.tasks.advance(Duration.ofSeconds(1));
        assertThat(ofDay.search().found()).hasSize(1);
        ofDay.search().choose(ofDay.search().found().getFirst());
        ofDay.grants().set(false);
        ofDay.reason().set("Fee not paid");
        ofDay.make();

        assertThat(desk.portal.asked).contains("grantAccess u0 2 false Fee not paid null");
        assertThat(ofDay.active()).hasSize(1);
        assertThat(ofDay.about(ofDay.active().getFirst())).isEqualTo("Student Number 0");
        assertThat(ofDay.facts(ofDay.active().getFirst())).isEqualTo("Held back");

        ofDay.revoke(ofDay.active().getFirst());
        assertThat(desk.portal.asked).contains("revokeOverride o0");
        assertThat(ofDay.active()).isEmpty();
    }

    @Test
    void findsStudentsOnly() {
        ofDay.day().set(2);
        ofDay.search().typed().set("student");
        desk.tasks.advance(Duration.ofSeconds(1));
        assertThat(ofDay.search().found()).extracting(person -> person.userId()).doesNotContain("u1");
    }

    @Test
    void whatIsWrongIsSaidBesideTheField() {
        ofStudent.choose(desk.portal.people.getFirst());
        ofStudent.day().set(9);
        ofStudent.make();
        assertThat(ofStudent.errors().of(Exceptions.REASON).get()).startsWith("Say why");
        ofStudent.reason().set("Was ill");
        ofStudent.until().set(LocalDate.of(2020, 1, 1));
        desk.portal.refuse(PortalException.badInput("expiresAt", "This time is past."));
        ofStudent.make();
        assertThat(ofStudent.errors().of(Exceptions.EXPIRES).get()).isEqualTo("This time is past.");
        assertThat(ofStudent.busy().get()).isFalse();
        assertThat(ofStudent.unsaved()).hasSize(1);
    }
}
