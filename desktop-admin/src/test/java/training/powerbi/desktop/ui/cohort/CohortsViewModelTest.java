package training.powerbi.desktop.ui.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.model.error.PortalException;

class CohortsViewModelTest {
    private final Desk desk = Desk.atOnce().read();
    private final CohortsViewModel model = new CohortsViewModel(desk.course, () -> {});

    @Test
    void aRunIsMadeRenamedAndArchived() {
        model.refresh();
        assertThat(model.mayArchive(model.cohorts().getFirst())).isFalse();

        model.beginNew();
        model.save();
        assertThat(model.draft().errors().of(CohortDraft.NAME).get()).isEqualTo("Give the cohort a name.");
        model.draft().name().set("Spring 2027");
        model.save();
        assertThat(model.editing().get()).isFalse();
        assertThat(model.cohorts()).hasSize(2);
        assertThat(desk.state.several().get()).as("the switch is there").isTrue();

        model.chosen().set(model.cohorts().get(1));
        model.beginEdit();
        model.draft().name().set("Spring class");
        model.save();
        assertThat(model.cohorts().get(1).name()).isEqualTo("Spring class");

        model.chosen().set(model.cohorts().get(1));
        model.archive();
        assertThat(desk.portal.asked).contains("archiveCohort c2");
        assertThat(desk.state.several().get()).as("the switch is gone").isFalse();
    }

    @Test
    void datesAreShownBeforeACopyIsMade() {
        model.refresh();
        model.chosen().set(model.cohorts().getFirst());
        model.beginCopy();
        var copy = model.copy();
        copy.preview();
        assertThat(copy.problem().get()).isEqualTo("Give the cohort a name.");
        copy.name().set("Spring 2027");
        copy.preview();
        assertThat(copy.problem().get()).isEqualTo("Choose the first day of the course.");

        copy.draft().start().set(LocalDate.of(2027, 3, 1));
        copy.draft().weekdays().removeIf(day -> day != DayOfWeek.TUESDAY && day != DayOfWeek.THURSDAY);
        copy.draft().leaveOut(LocalDate.of(2027, 4, 1));
        copy.draft().leaveOut(LocalDate.of(2027, 3, 11));
        copy.preview();
        assertThat(copy.plan()).hasSize(12);
        assertThat(desk.portal.asked).noneMatch(call -> call.startsWith("copyCohort"));
        assertThat(Objects.requireNonNull(desk.portal.asked.getLast()))
                .contains("skip=[2027-03-11, 2027-04-01]")
                .contains("TUESDAY")
                .doesNotContain("MONDAY");

        copy.name().set("Spring class");
        assertThat(copy.plan()).as("dates of another input").isEmpty();
        copy.make();
        assertThat(desk.portal.asked).noneMatch(call -> call.startsWith("copyCohort"));
        copy.preview();
        copy.make();
        assertThat(desk.portal.asked).contains("copyCohort Spring class");
        assertThat(copy.open().get()).isFalse();
        assertThat(desk.state.several().get()).isTrue();
    }

    @Test
    void whatThePortalRefusesIsSaidAtThePlace() {
        model.refresh();
        model.beginNew();
        model.draft().name().set("Spring 2027");
        model.draft().zone().set("Mars/Olympus");
        desk.portal.refuse(PortalException.badInput("timeZone", "There is no such time zone."));
        model.save();
        assertThat(model.draft().errors().of(CohortDraft.ZONE).get()).isEqualTo("There is no such time zone.");
        assertThat(model.editing().get()).isTrue();

        model.chosen().set(model.cohorts().getFirst());
        model.beginCopy();
        model.copy().name().set("Spring 2027");
        model.copy().draft().start().set(LocalDate.of(2027, 3, 1));
        desk.portal.refuse(PortalException.badInput("startDate", "Day 1 would begin together with day 1 of Autumn."));
        model.copy().preview();
        assertThat(model.copy().problem().get()).startsWith("Day 1 would begin together");
    }
}
