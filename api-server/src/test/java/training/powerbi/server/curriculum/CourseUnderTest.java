package training.powerbi.server.curriculum;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.testing.MemoryLakehouse;
import training.powerbi.model.DayChangeKind;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.AccessUnderTest;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.access.DayState;
import training.powerbi.server.account.People;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.RecordedActions;
import training.powerbi.server.store.Revisions;

/// The days of a course over a store in memory, with all that decides who sees them.
public final class CourseUnderTest {
    public final MemoryLakehouse lakehouse = new MemoryLakehouse();
    public final Revisions revisions = new Revisions(lakehouse);
    public final People people = new People();
    public final RecordedActions actions;
    public final AccessUnderTest rights;
    final DeltaTable<Integer, TrainingContentRow> content = lakehouse.table(TrainingContentRow.DEFINITION);
    public final DayAccess access;
    public final Cohorts cohorts;
    public final DayView view;
    public final DayStream stream;
    public final DayKeeper keeper;
    final CurriculumEditor editor;
    final Curriculum curriculum;
    final ClockNews clockNews;

    public CourseUnderTest(Clock clock) {
        this(clock, ZoneId.of("Asia/Kolkata"));
    }

    public CourseUnderTest(Clock clock, ZoneId zone) {
        actions = new RecordedActions(lakehouse, new JsonMapper(), clock);
        rights = new AccessUnderTest(lakehouse, new CurriculumConfiguration.ContentDays(content), people, zone, clock);
        access = rights.access;
        cohorts = rights.cohorts;
        view = new DayView(content, access, rights.states, revisions);
        stream = new DayStream(content, access, view, people, cohorts);
        keeper = new DayKeeper(content, rights.cohortDays, rights.states, cohorts, actions.changes());
        editor = new CurriculumEditor(content, keeper, view, actions.changes());
        curriculum = new Curriculum(content, rights.states, access, view, people, revisions, clock);
        var _ = new DayNews(content, rights.cohortDays, stream, revisions);
        var exceptions = new ExceptionNews(rights.overrides, stream, rights.states, access, people, revisions, clock);
        var moves = new MoveNews(content, rights.moves, stream, rights.states, access, revisions, clock);
        clockNews = new ClockNews(rights.overrides, rights.states, stream, exceptions, moves, revisions);
    }

    /// With twelve locked days.
    public CourseUnderTest planned(Instant at) {
        content.append(IntStream.rangeClosed(1, 12)
                .mapToObj(day -> TrainingContentRow.planned(day, "Day " + day, "About " + day, at))
                .toList());
        return this;
    }

    /// A day as `main` has it.
    public DayState day(int dayNumber) {
        return keeper.days(Cohorts.MAIN).get(dayNumber - 1);
    }

    /// Of the table of days.
    public long version() {
        return content.snapshot().version();
    }

    /// What a viewer hears of days from now on, in a list that grows.
    public List<Heard> hear(Viewer viewer) {
        var heard = new CopyOnWriteArrayList<Heard>();
        stream.changes(viewer)
                .subscribe(change ->
                        heard.add(new Heard(change.kind(), change.day(), change.cohortId(), change.userId())));
        return heard;
    }

    public record Heard(
            DayChangeKind kind,
            TrainingDay day,
            String cohortId,
            @Nullable String userId) {
        @Override
        public String toString() {
            return kind + " " + day.dayNumber() + (day.isUnlocked() ? " open" : " closed") + " in " + cohortId
                    + (userId == null ? "" : " for " + userId);
        }
    }
}
