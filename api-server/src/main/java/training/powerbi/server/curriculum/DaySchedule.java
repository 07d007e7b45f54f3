package training.powerbi.server.curriculum;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Change.Edit;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;

/// Says when the sessions take place. Each method returns once the change and its audit rows are durable; what changes
/// nothing writes nothing.
@Service
@PreAuthorize("hasRole('ADMIN')")
class DaySchedule {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayView view;
    private final Changes changes;
    private final Course course;
    private final Clock clock;

    DaySchedule(
            DeltaTable<Integer, TrainingContentRow> content,
            DayView view,
            Changes changes,
            Course course,
            Clock clock) {
        this.content = content;
        this.view = view;
        this.changes = changes;
        this.course = course;
        this.clock = clock;
    }

    /// @param at null takes the date away
    /// @param expected the edit version the admin has seen; null when it does not matter
    TrainingDay schedule(
            Viewer admin, Attempt attempt, int dayNumber, @Nullable Instant at, @Nullable Integer expected) {
        var session = at == null ? null : CalendarPlan.near("scheduledAt", at, clock.instant());
        var action = attempt.to(ActionType.SCHEDULE_DAY, dayNumber, at, expected);
        var scheduled = changes.edit(action, content, dayNumber, () -> Days.notFound(dayNumber), (day, now) -> {
            if (expected != null && expected != day.editVersionOrFirst()) {
                throw conflict("Someone else changed this day meanwhile; load it again and repeat your change.");
            }
            var move = new Move(day, day.scheduled(session, now));
            return move.changesTheDay() ? Change.of(move.edit()) : Change.none(day);
        });
        return view.show(admin, scheduled);
    }

    /// Lays a plan over all days in one commit, with one audit row for each day that changes; a preview only answers
    /// it.
    List<ScheduledDay> scheduleAll(Viewer admin, Attempt attempt, ScheduleDaysInput input) {
        var plan = CalendarPlan.of(input.startDate(), input.time(), input.weekdaysOnly(), course.timeZone());
        if (input.preview()) {
            return answer(moves(content.snapshot(), plan, clock.instant()), false);
        }
        var action = attempt.to(ActionType.SCHEDULE_DAY, input);
        boolean repeated = changes.made(action);
        return changes.run(action, content, (days, now) -> {
                    var moves = moves(days, plan, now);
                    if (repeated || moves.stream().anyMatch(move -> changes.isKnown(action.ofDay(move.dayNumber())))) {
                        return Change.<Integer, TrainingContentRow, List<ScheduledDay>>none(answer(moves, false));
                    }
                    expect(input.expectedEditVersions(), moves);
                    return Change.<Integer, TrainingContentRow, List<ScheduledDay>>ofDays(
                            moves.stream()
                                    .filter(Move::changesTheDay)
                                    .map(Move::edit)
                                    .toList(),
                            answer(moves, true));
                })
                .answer();
    }

    /// A day that gets a time.
    private record Move(TrainingContentRow before, TrainingContentRow after) {
        boolean changesTheDay() {
            return !Objects.equals(before.scheduledAt(), after.scheduledAt());
        }

        int dayNumber() {
            return before.dayNumber();
        }

        Edit<TrainingContentRow> edit() {
            return new Edit<>(
                    after,
                    Entry.ofDay(
                            dayNumber(),
                            Collections.singletonMap("scheduledAt", text(before.scheduledAt())),
                            Collections.singletonMap("scheduledAt", text(after.scheduledAt()))));
        }
    }

    private static List<Move> moves(TableSnapshot<Integer, TrainingContentRow> rows, CalendarPlan plan, Instant now) {
        var days = rows.rows()
                .sorted(Comparator.comparingInt(TrainingContentRow::dayNumber))
                .toList();
        var sessions = plan.sessions(days.size(), now);
        return IntStream.range(0, days.size())
                .mapToObj(i -> new Move(days.get(i), days.get(i).scheduled(sessions.get(i), now)))
                .toList();
    }

    private static List<ScheduledDay> answer(List<Move> moves, boolean made) {
        return moves.stream()
                .map(move -> new ScheduledDay(
                        move.before().dayNumber(),
                        move.before().title(),
                        Objects.requireNonNull(move.after().scheduledAt()),
                        move.before().scheduledAt(),
                        (made && move.changesTheDay() ? move.after() : move.before()).editVersionOrFirst()))
                .toList();
    }

    private static void expect(@Nullable List<Integer> versions, List<Move> moves) {
        if (versions != null
                && !versions.equals(moves.stream()
                        .map(move -> move.before().editVersionOrFirst())
                        .toList())) {
            throw conflict("Someone else changed a day meanwhile; look at the plan again before you apply it.");
        }
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static PortalException conflict(String sentence) {
        return new PortalException(ErrorCode.CONFLICTING_UPDATE, sentence);
    }
}
