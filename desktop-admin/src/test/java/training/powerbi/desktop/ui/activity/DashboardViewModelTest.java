package training.powerbi.desktop.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.client.Course;
import training.powerbi.client.DashboardStats;
import training.powerbi.client.UnreachableException;
import training.powerbi.desktop.state.LiveCourse;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.model.UserProgress;

class DashboardViewModelTest {
    private final Desk desk = Desk.atOnce();
    private final DashboardViewModel model =
            new DashboardViewModel(desk.portal, desk.state, desk.tasks, desk.screen, ZoneOffset.UTC);
    private final LiveCourse live = new LiveCourse(desk.portal, desk.state, desk.tasks, failure -> {});

    private static UserProgress progress(String user) {
        return new UserProgress(user, 3, true, false, 40, Samples.MORNING, List.of(), 1);
    }

    private long statsAsked() {
        return desk.portal.asked.stream().filter("dashboardStats"::equals).count();
    }

    @Test
    void asksForNumbersOnlyOnceSomebodyLooks() {
        assertThat(statsAsked()).isZero();
        model.seen(true);

        assertThat(statsAsked()).isOne();
        assertThat(model.phase().get()).isEqualTo(Phase.READY);
    }

    @Test
    void tellsWhatSomebodyHasToSeeTo() {
        desk.portal.warnings = List.of("The client secret for Fabric expires today.", "Another thing.");
        model.seen(true);

        assertThat(model.warnings().get()).isEqualTo("The client secret for Fabric expires today.\nAnother thing.");
    }

    @Test
    void showsWhatWasDoneBeforeAndNothingTwice() {
        live.progressUpdated(progress("u0"));
        desk.portal.progress = List.of(progress("u0"), progress("u1"));
        model.seen(true);

        assertThat(model.feed()).extracting(UserProgress::userId).containsExactly("u0", "u1");
    }

    @Test
    void countsAnewSoonAfterStudentsDidSomethingAndNotForEach() {
        model.seen(true);
        for (var event = 0; event < 1000; event++) {
            live.progressUpdated(progress("u0"));
        }
        assertThat(statsAsked()).isOne();

        desk.tasks.advance(Duration.ofSeconds(5));
        assertThat(statsAsked()).isEqualTo(2);
    }

    @Test
    void restsWhileNobodyLooks() {
        model.seen(true);
        model.seen(false);
        live.progressUpdated(progress("u0"));
        desk.tasks.advance(Duration.ofMinutes(5));

        assertThat(statsAsked()).isOne();
        assertThat(model.ticks().get()).isZero();
    }

    @Test
    void saysTimesAnewEveryHalfMinute() {
        model.seen(true);
        desk.tasks.advance(Duration.ofSeconds(90));

        assertThat(model.ticks().get()).isEqualTo(3);
    }

    @Test
    void keepsTheNumbersButSaysThatTheyAreOldWhenThePortalIsAway() {
        model.seen(true);
        desk.portal.refuse(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "no"));
        model.refresh();
        assertThat(model.phase().get()).isEqualTo(Phase.READY);
        assertThat(model.failure().get()).isNotEmpty();

        model.refresh();
        assertThat(model.failure().get()).isEmpty();
    }

    @Test
    void saysWhyThereAreNoNumbersAtAll() {
        desk.portal.refuse(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "no"));
        model.seen(true);

        assertThat(model.phase().get()).isEqualTo(Phase.FAILED);
    }

    @Test
    void isEmptyBeforeTheCourseHasDays() {
        desk.portal.stats = new DashboardStats(0, 0, 0, 0, 1, 0, 0);
        model.seen(true);

        assertThat(model.phase().get()).isEqualTo(Phase.EMPTY);
    }

    @Test
    void namesStudentsOnceTheirNamesAreKnown() {
        assertThat(model.who(progress("u0"))).isEqualTo("A student");
        assertThat(model.who(progress("u0"))).isEqualTo("Student Number 0");
    }

    @Test
    void asksForNamesAtMostTwiceAMinute() {
        for (var event = 0; event < 100; event++) {
            model.who(progress("unknown"));
        }
        assertThat(desk.portal.asked).hasSize(1);

        desk.tasks.advance(Duration.ofSeconds(30));
        model.who(progress("unknown"));
        assertThat(desk.portal.asked).hasSize(2);
    }

    @Test
    void drawsBarsAgainstTheWholeClassAndNotThoseWhoHaveBegun() {
        desk.portal.course = Samples.fullCourse();
        desk.read();
        assertThat(model.classSize().get()).isEqualTo(Samples.CLASS);

        var course = desk.portal.course;
        desk.portal.course = new Course(course.days(), course.progress(), 20);
        desk.read();
        assertThat(model.classSize().get())
                .as("counted before the last one came")
                .isEqualTo(23);
    }

    @Test
    void saysHowLongAgoSomethingWas() {
        assertThat(model.when(progress("u0"))).isEqualTo("2 h ago");
    }
}
