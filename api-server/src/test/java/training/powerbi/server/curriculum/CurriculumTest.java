package training.powerbi.server.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.data.ArgumentValue;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.DayChangeKind;
import training.powerbi.model.Role;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.RecordedActions;

class CurriculumTest {
    private static final Viewer ADMIN = new Viewer("admin-1", Role.ADMIN, "session-1");
    private static final Viewer STUDENT = new Viewer("student-1", Role.STUDENT, "session-1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);

    private final CourseUnderTest course = new CourseUnderTest(CLOCK).planned(CLOCK.instant());
    private final RecordedActions actions = course.actions;
    private final DeltaTable<Integer, TrainingContentRow> content = course.content;
    private final DayAccess access = course.access;
    private final DayView view = course.view;
    private final DayStream stream = course.stream;
    private final CurriculumEditor editor = course.editor;

    @Test
    void aLockedDayShowsAStudentItsOutlineOnly() {
        edit(5, ArgumentValue.ofNullable("Title"), ArgumentValue.ofNullable("/secret-slides"), null);

        var seen = view.show(STUDENT, content.snapshot().find(5).orElseThrow(), 1);

        assertThat(seen.title()).isEqualTo("Title");
        assertThat(seen.isUnlocked()).isFalse();
        assertThat(seen.presentationUrl()).isNull();
        assertThat(seen.resourcesUrl()).isNull();
        assertThat(seen.unlockedAt()).isNull();
        assertThat(access.mayOpen(STUDENT, 5)).isFalse();
        assertThat(access.mayOpen(ADMIN, 5)).isTrue();
        assertThat(access.mayOpen(ADMIN, 99)).isFalse();
    }

    @Test
    void unlockingTwiceKeepsTimeAndAuthorAndWritesOneAction() {
        var first = editor.setUnlocked(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 1, true);
        var second = new Viewer("admin-2", Role.ADMIN, "session-1");
        var again = editor.setUnlocked(second, second.attempt(null), Cohorts.MAIN, 1, true);

        assertThat(again.unlockedAt()).isEqualTo(first.unlockedAt());
        assertThat(again.editVersion()).isEqualTo(first.editVersion());
        assertThat(content.snapshot().find(1).orElseThrow().unlockedBy()).isEqualTo("admin-1");
        assertThat(actions.types()).containsExactly("unlock_day");
    }

    @Test
    void lockingTakesUnlockTimeAndAuthorAway() {
        editor.setUnlocked(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 1, true);
        var locked = editor.setUnlocked(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 1, false);

        assertThat(locked.isUnlocked()).isFalse();
        assertThat(locked.unlockedAt()).isNull();
        assertThat(actions.types()).containsExactly("unlock_day", "lock_day");
    }

    @Test
    void unlockingAllWritesOneActionPerDayThatWasLocked() {
        editor.setUnlocked(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 3, true);
        var days = editor.unlockAll(ADMIN, ADMIN.attempt(null), Cohorts.MAIN);

        assertThat(days)
                .hasSize(12)
                .allSatisfy(day -> assertThat(day.isUnlocked()).isTrue());
        assertThat(actions.types()).hasSize(12);
        assertThat(editor.unlockAll(ADMIN, ADMIN.attempt(null), Cohorts.MAIN)).hasSize(12);
        assertThat(actions.types()).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 13, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anUnknownDayIsNotFound(int day) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> editor.setUnlocked(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, day, true))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DAY_NOT_FOUND));
        assertThat(actions.types()).isEmpty();
    }

    @Test
    void aRepeatedRequestWithItsKeyIsNotAppliedOverALaterLock() {
        editor.setUnlocked(ADMIN, ADMIN.attempt("key-1"), Cohorts.MAIN, 1, true);
        editor.setUnlocked(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 1, false);

        var repeated = editor.setUnlocked(ADMIN, ADMIN.attempt("key-1"), Cohorts.MAIN, 1, true);

        assertThat(repeated.isUnlocked()).isFalse();
        assertThat(actions.types()).containsExactly("unlock_day", "lock_day");
    }

    @Test
    void aKeyOfAnotherChangeIsRefused() {
        editor.setUnlocked(ADMIN, ADMIN.attempt("key-1"), Cohorts.MAIN, 1, true);

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> editor.setUnlocked(ADMIN, ADMIN.attempt("key-1"), Cohorts.MAIN, 1, false))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_USER_INPUT));
    }

    @Test
    void anEditChangesWhatItNamesAndClearsWhatItNulls() {
        edit(2, ArgumentValue.ofNullable("New"), ArgumentValue.ofNullable("https://slides.example.com/2"), null);
        var cleared = edit(2, kept(), ArgumentValue.ofNullable(null), null);

        assertThat(cleared.title()).isEqualTo("New");
        assertThat(cleared.presentationUrl()).isNull();
        assertThat(actions.metadata().getLast())
                .isEqualTo("{\"before\":{\"presentationUrl\":\"https://slides.example.com/2\"},"
                        + "\"after\":{\"presentationUrl\":null}}");
    }

    @Test
    void anEditThatChangesNothingWritesNothing() {
        edit(2, ArgumentValue.ofNullable("Day 2"), kept(), null);

        assertThat(actions.types()).isEmpty();
        assertThat(content.snapshot().find(2).orElseThrow().editVersion()).isEqualTo(1);
    }

    @Test
    void anEditOfAnOlderVersionConflicts() {
        edit(2, ArgumentValue.ofNullable("First"), kept(), 1);

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> edit(2, ArgumentValue.ofNullable("Second"), kept(), 1))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICTING_UPDATE));
        assertThat(content.snapshot().find(2).orElseThrow().title()).isEqualTo("First");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://plain.example.com/x",
                "//evil.example.com/x",
                "data:text/html,x",
                "/a/../b",
                "slides/1",
                "https://user:pw@example.com/",
                "https:///x",
                "/a\\b"
            })
    void materialAddressesThatCouldDoHarmAreRefused(String address) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> edit(2, kept(), ArgumentValue.ofNullable(address), null))
                .satisfies(failure -> assertThat(failure.field()).contains("presentationUrl"));
    }

    @Test
    void titlesMustBeShowable() {
        for (var title : List.of("", "   ", "x".repeat(10_000), "a\u0000b", "a\nb", "\uD800")) {
            assertThatExceptionOfType(PortalException.class)
                    .isThrownBy(() -> edit(2, ArgumentValue.ofNullable(title), kept(), null))
                    .satisfies(failure -> assertThat(failure.field()).contains("title"));
        }
    }

    @Test
    void subscribersHearOfUnlocksLocksAndEditsWithGrowingRevisions() {
        var heard = new ArrayList<DayChange>();
        stream.changes(STUDENT).subscribe(heard::add);

        editor.setUnlocked(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 1, true);
        edit(1, ArgumentValue.ofNullable("Renamed"), kept(), null);
        editor.setUnlocked(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 1, false);

        assertThat(heard)
                .extracting(DayChange::kind)
                .containsExactly(DayChangeKind.UNLOCKED, DayChangeKind.EDITED, DayChangeKind.LOCKED);
        assertThat(heard).extracting(DayChange::revision).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aStudentHearsNothingOfContentBehindTheLock() {
        var heard = new ArrayList<DayChange>();
        var heardByAdmin = new ArrayList<DayChange>();
        stream.changes(STUDENT).subscribe(heard::add);
        stream.changes(ADMIN).subscribe(heardByAdmin::add);

        edit(5, kept(), ArgumentValue.ofNullable("/secret-slides"), null);
        stream.edited(5, null, 77);

        assertThat(heard).isEmpty();
        assertThat(heardByAdmin).hasSize(2);
    }

    @Test
    void aForeignUnlockIsLiveAndAudited() {
        var heard = new ArrayList<DayChange>();
        stream.changes(STUDENT).subscribe(heard::add);

        var row = content.snapshot().find(4).orElseThrow();
        course.lakehouse.commitAsForeigner(
                "training_content",
                List.of(row.with(row.state().unlocked("notebook", CLOCK.instant()), CLOCK.instant())));

        assertThat(heard).extracting(DayChange::kind).containsExactly(DayChangeKind.UNLOCKED);
        assertThat(actions.types()).containsExactly("external_change");
    }

    private TrainingDay edit(
            int day, ArgumentValue<String> title, ArgumentValue<String> url, @Nullable Integer expected) {
        return editor.update(ADMIN, ADMIN.attempt(null), day, new UpdateDayInput(title, kept(), url, kept(), expected));
    }

    private static ArgumentValue<String> kept() {
        return ArgumentValue.omitted();
    }
}
