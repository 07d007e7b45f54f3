package training.powerbi.server.curriculum;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;

/// Says when the sessions take place. Each method returns once the change and its audit rows are durable; what changes
/// nothing writes nothing.
@Service
@PreAuthorize("hasRole('ADMIN')")
class DaySchedule {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayView view;
    private final AuditTrail audit;
    private final Course course;
    private final Clock clock;

    DaySchedule(
            DeltaTable<Integer, TrainingContentRow> content,
            DayView view,
            AuditTrail audit,
            Course course,
            Clock clock) {
        this.content = content;
        this.view = view;
        this.audit = audit;
        this.course = course;
        this.clock = clock;
    }

    /// @param at null takes the date away
    /// @param expected the edit version the admin has seen; null when it does not matter
    TrainingDay schedule(
            Viewer admin, int dayNumber, @Nullable Instant at, @Nullable Integer expected, @Nullable String key) {
        var now = instant();
        var session = at == null ? null : CalendarPlan.near("scheduledAt", at, now);
        var attempt = Attempt.by(admin.userId(), key, dayNumber, at, expected);
        boolean repeated = audit.done(attempt, ActionType.SCHEDULE_DAY);
        return view.show(admin, content.update(days -> {
            var day = days.find(dayNumber).orElseThrow(() -> Days.notFound(dayNumber));
            if (repeated) {
                return Verdict.unchanged(day);
            }
            if (expected != null && expected != day.editVersionOrFirst()) {
                throw conflict("Someone else changed this day meanwhile; load it again and repeat your change.");
            }
            var move = new Move(day, day.scheduled(session, now));
            return move.changesTheDay() ? Verdict.upsert(move.after(), note(attempt, move)) : Verdict.unchanged(day);
        }));
    }

    /// Lays a plan over all days in one commit, with one audit row for each day that changes; a preview only answers
    /// it.
    List<ScheduledDay> scheduleAll(Viewer admin, ScheduleDaysInput input, @Nullable String key) {
        var now = instant();
        var plan = CalendarPlan.of(input.startDate(), input.time(), input.weekdaysOnly(), course.timeZone());
        var attempt = Attempt.by(admin.userId(), key, input);
        boolean repeated = !input.preview() && audit.done(attempt, ActionType.SCHEDULE_DAY);
        return content.update(snapshot -> {
                    var days = snapshot.rows()
                            .sorted(Comparator.comparingInt(TrainingContentRow::dayNumber))
                            .toList();
                    var moves = moves(days, plan, now);
                    if (input.preview() || repeated || moves.stream().anyMatch(move -> done(attempt, move))) {
                        return Verdict.<Integer, TrainingContentRow, List<ScheduledDay>>unchanged(answer(moves, false));
                    }
                    expect(input.expectedEditVersions(), days);
                    var changes = moves.stream().filter(Move::changesTheDay).toList();
                    return new Verdict<Integer, TrainingContentRow, List<ScheduledDay>>(
                            changes.stream().map(Move::after).toList(),
                            List.of(),
                            changes.stream()
                                    // One is under the attempt's own id: its key is known after a restart.
                                    .map(move ->
                                            note(move.equals(changes.getFirst()) ? attempt : part(attempt, move), move))
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
    }

    private static List<Move> moves(List<TrainingContentRow> days, CalendarPlan plan, Instant now) {
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

    private static void expect(@Nullable List<Integer> versions, List<TrainingContentRow> days) {
        if (versions != null
                && !versions.equals(days.stream()
                        .map(TrainingContentRow::editVersionOrFirst)
                        .toList())) {
            throw conflict("Someone else changed a day meanwhile; look at the plan again before you apply it.");
        }
    }

    private boolean done(Attempt attempt, Move move) {
        return audit.done(part(attempt, move), ActionType.SCHEDULE_DAY);
    }

    private static Attempt part(Attempt attempt, Move move) {
        return attempt.part("day " + move.before().dayNumber());
    }

    private CommitNote note(Attempt attempt, Move move) {
        return audit.note(
                attempt,
                ActionType.SCHEDULE_DAY,
                move.before().dayNumber(),
                null,
                Collections.singletonMap("scheduledAt", text(move.before().scheduledAt())),
                Collections.singletonMap("scheduledAt", text(move.after().scheduledAt())));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static PortalException conflict(String sentence) {
        return new PortalException(ErrorCode.CONFLICTING_UPDATE, sentence);
    }

    private Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
