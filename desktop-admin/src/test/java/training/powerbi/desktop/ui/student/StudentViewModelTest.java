package training.powerbi.desktop.ui.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.UnreachableException;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.model.UserProgress;

class StudentViewModelTest {
    private final Desk desk = Desk.atOnce().read();
    private final List<PersonAccount> seenAs = new ArrayList<>();
    private final StudentViewModel model = new StudentViewModel(desk.course, seenAs::add, () -> {});
    private final CourseAsViewModel as = new CourseAsViewModel(desk.course, address -> address, () -> {});

    @Test
    void showsProgressAndAccessDayByDay() {
        desk.portal.progress = List.of(new UserProgress("u0", 2, true, false, 40, Samples.MORNING, List.of(), 1));
        model.show(desk.portal.people.getFirst());

        assertThat(model.days()).hasSize(12);
        assertThat(model.days().get(1)).isEqualTo(new StudentDay(2, "Connecting to data", true, 40));
        assertThat(model.days().get(8).isOpen()).isFalse();

        model.choose(model.days().get(8));
        assertThat(desk.portal.asked).contains("explainAccess u0 9");
        desk.portal.access.grantAccess("u0", 9, true, "Was ill", null);
        model.refresh();
        assertThat(model.days().get(8).isOpen()).isTrue();
    }

    @Test
    void isMovedToAnotherRunAndShowsItsDays() {
        desk.portal.add(Samples.cohort("c2", "Spring 2027"));
        desk.state.hear(desk.portal.course("main"));
        model.show(desk.portal.people.getFirst());
        assertThat(model.cohort()).isEqualTo("Autumn 2026");

        model.move(model.cohorts().get(1));

        assertThat(desk.portal.asked).contains("moveStudents [u0] c2");
        assertThat(model.cohort()).isEqualTo("Spring 2027");
        assertThat(model.days().getFirst().isOpen()).isFalse();
        assertThat(desk.screen.notices().shown())
                .extracting(each -> each.text())
                .contains("1 student is in Spring 2027 now.");
    }

    @Test
    void saysThatItCouldNotBeRead() {
        desk.portal.refuse(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "refused"));
        model.show(desk.portal.people.getFirst());
        assertThat(model.phase().get()).isEqualTo(Phase.FAILED);
        model.refresh();
        assertThat(model.phase().get()).isEqualTo(Phase.READY);
    }

    @Test
    void theCourseAsTheStudentSaysAsWhomAndWhen() {
        model.show(desk.portal.people.getFirst());
        model.seeAs();
        assertThat(seenAs).extracting(PersonAccount::userId).containsExactly("u0");

        as.show(seenAs.getFirst());
        assertThat(as.banner().get()).startsWith("You see the course as Student Number 0 sees it now.");
        as.date().set(LocalDate.of(2026, 12, 9));
        as.time().set("18:00");
        as.read();
        assertThat(desk.portal.asked).contains("courseAs u0 2026-12-09T18:00:00Z");
        assertThat(as.banner().get()).contains("will see it on Wed");
        as.time().set("late");
        as.read();
        assertThat(as.problem().get()).isEqualTo("Enter a time such as 09:00.");
        as.now();
        assertThat(as.banner().get()).contains("sees it now");
    }
}
