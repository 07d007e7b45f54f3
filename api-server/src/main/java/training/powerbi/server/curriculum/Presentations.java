package training.powerbi.server.curriculum;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.TrainingDay;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;

/// Which slides belong to a day.
@Service
public class Presentations {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayView view;
    private final Changes changes;

    Presentations(DeltaTable<Integer, TrainingContentRow> content, DayView view, Changes changes) {
        this.content = content;
        this.view = view;
        this.changes = changes;
    }

    /// Slides of a day.
    ///
    /// @param address as the table has it
    /// @param fileName what people save them as; null unless they are one file that the portal keeps
    public record Slides(String address, @Nullable String fileName) {}

    /// Who may know them is the caller's decision.
    public Optional<Slides> slides(int dayNumber) {
        return content.snapshot()
                .find(dayNumber)
                .flatMap(row -> Optional.ofNullable(row.presentationUrl())
                        .map(address -> new Slides(address, row.presentationName())));
    }

    /// The address alone.
    public Optional<String> find(int dayNumber) {
        return slides(dayNumber).map(Slides::address);
    }

    /// All addresses, as [#find(int)] has them.
    public Collection<String> all() {
        return content.snapshot()
                .rows()
                .map(TrainingContentRow::presentationUrl)
                .filter(Objects::nonNull)
                .toList();
    }

    /// Returns when there is such a day.
    ///
    /// @throws training.powerbi.model.error.PortalException DAY_NOT_FOUND
    @PreAuthorize("hasRole('ADMIN')")
    public void requireDay(int dayNumber) {
        if (content.snapshot().find(dayNumber).isEmpty()) {
            throw Days.notFound(dayNumber);
        }
    }

    /// Returns once the change and its audit row are durable.
    ///
    /// @param slides checked by the caller; null takes the presentation away
    @PreAuthorize("hasRole('ADMIN')")
    public TrainingDay set(Viewer admin, Action action, int dayNumber, @Nullable Slides slides) {
        var address = slides == null ? null : slides.address();
        var fileName = slides == null ? null : slides.fileName();
        var set = changes.edit(
                action,
                content,
                dayNumber,
                () -> Days.notFound(dayNumber),
                (day, at) -> Objects.equals(day.presentationUrl(), address)
                        ? Change.none(day)
                        : presented(day, day.presenting(address, fileName, at)));
        return view.show(admin, set.answer(), set.revision());
    }

    private static Change<Integer, TrainingContentRow, TrainingContentRow> presented(
            TrainingContentRow day, TrainingContentRow after) {
        var entry = Entry.ofDay(
                day.dayNumber(),
                day.texts().differingFrom(after.texts()),
                after.texts().differingFrom(day.texts()));
        return Change.of(after, entry);
    }

    /// Days that have no slides and never had any that somebody chose.
    public Collection<Integer> untouched() {
        return content.snapshot()
                .rows()
                .filter(row -> row.presentationUrl() == null)
                .map(TrainingContentRow::dayNumber)
                .filter(day -> !changes.everMade(day, ActionType.UPDATE_DAY)
                        && !changes.everMade(day, ActionType.SET_PRESENTATION))
                .toList();
    }

    /// Gives days without slides those the course comes with; nobody's doing, so nothing is noted.
    ///
    /// @param addresses by day
    public void plan(Map<Integer, String> addresses) {
        changes.unaudited(
                content,
                (days, at) -> Verdict.upsert(addresses.entrySet().stream()
                        .flatMap(planned -> days
                                .find(planned.getKey())
                                .filter(day -> day.presentationUrl() == null)
                                .map(day -> day.planned(planned.getValue(), at))
                                .stream())
                        .toList()));
    }
}
