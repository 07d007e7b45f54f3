package training.powerbi.server.access.cohort;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.CohortRow;
import training.powerbi.server.access.CohortRowBuilder;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.audit.RecordedChange;

/// Makes and changes runs of the course. Returns once the change and its audit row are durable.
@Service
@PreAuthorize("hasRole('ADMIN')")
public class CohortEditor {
    /// Not archived.
    private static final int MOST = 100;

    private final DeltaTable<String, CohortRow> table;
    private final Cohorts cohorts;
    private final CohortList list;
    private final CohortSizes sizes;
    private final Changes changes;

    CohortEditor(
            DeltaTable<String, CohortRow> table, Cohorts cohorts, CohortList list, CohortSizes sizes, Changes changes) {
        this.table = table;
        this.cohorts = cohorts;
        this.list = list;
        this.sizes = sizes;
        this.changes = changes;
    }

    Cohort create(Attempt attempt, CohortInput typed) {
        return create(attempt.to(ActionType.CREATE_COHORT, typed), typed.checked(), Map.of());
    }

    /// The id that a cohort made by this action gets.
    public static String newId(Action action) {
        return action.newId("cohort");
    }

    /// Makes a cohort, with what a trainer typed checked before.
    ///
    /// @param origin what the audit log says of it beside its own values
    public Cohort create(Action action, CohortInput input, Map<String, ? extends @Nullable Object> origin) {
        var id = newId(action);
        var created = changes.run(action, table, (rows, at) -> {
            var there = rows.find(id);
            if (there.isPresent()) {
                return Change.none(there.get());
            }
            refuseTaken(rows, id, input.name());
            refuseTooMany(rows);
            var row = new CohortRowBuilder()
                    .cohortId(id)
                    .name(input.name())
                    .timeZone(input.timeZone())
                    .startsOn(input.startsOn())
                    .isArchived(false)
                    .createdAt(at)
                    .updatedAt(at)
                    .editVersion(1)
                    .build();
            var after = new LinkedHashMap<String, @Nullable Object>(values(row));
            after.putAll(origin);
            return Change.of(row, new Entry(null, id, id, Map.of(), after));
        });
        return list.show(created.answer());
    }

    Cohort update(Attempt attempt, String cohortId, CohortInput typed) {
        var input = typed.checked();
        return edit(attempt.to(ActionType.UPDATE_COHORT, cohortId, typed), cohortId, (rows, row) -> {
            cohorts.requireOpen(cohortId);
            refuseTaken(rows, cohortId, input.name());
            return row.withName(input.name()).withTimeZone(input.timeZone()).withStartsOn(input.startsOn());
        });
    }

    /// An archived cohort's students go on to see what was open to them; nothing of it is changed any more.
    Cohort archive(Attempt attempt, String cohortId) {
        if (cohortId.equals(Cohorts.MAIN)) {
            throw PortalException.badInput(
                    "cohortId", "The course's own run cannot be archived; the other cohorts can.");
        }
        return edit(attempt.to(ActionType.ARCHIVE_COHORT, cohortId), cohortId, (rows, row) -> row.withIsArchived(true));
    }

    /// Takes a change back: what was made is archived, as long as nobody is in it.
    void undo(Action action, RecordedChange change, Supplier<PortalException> builtUpon) {
        changes.edit(action, table, change.what(), Cohorts::notFound, (row, at) -> {
            var rows = table.snapshot();
            boolean made = change.before().isEmpty();
            if (made && !sizes.isEmpty(row.cohortId())) {
                throw new PortalException(
                        ErrorCode.CONFLICTING_UPDATE,
                        "This was built upon by “move student”, or by an invite: there are students in this cohort,"
                                + " disabled ones counted; move them to another one first.");
            }
            var mine = values(row);
            if (change.after().entrySet().stream()
                    .filter(value -> mine.containsKey(value.getKey()))
                    .anyMatch(value -> !Objects.equals(mine.get(value.getKey()), value.getValue()))) {
                throw builtUpon.get();
            }
            var restored = made ? row.withIsArchived(true) : restored(row, change.before());
            if (!restored.isArchived()) {
                refuseTaken(rows, row.cohortId(), restored.name());
                if (row.isArchived()) {
                    refuseTooMany(rows);
                }
            }
            return Change.of(stamped(restored, at), change.undone());
        });
    }

    private static CohortRow restored(CohortRow row, Map<String, @Nullable Object> told) {
        var restored = row;
        for (var value : told.entrySet()) {
            restored = switch (value.getKey()) {
                case "name" -> restored.withName((String) Objects.requireNonNull(value.getValue()));
                case "timeZone" -> restored.withTimeZone((String) value.getValue());
                case "startsOn" -> restored.withStartsOn((String) value.getValue());
                case "isArchived" -> restored.withIsArchived((Boolean) Objects.requireNonNull(value.getValue()));
                default -> restored;
            };
        }
        return restored;
    }

    private Cohort edit(
            Action action, String cohortId, BiFunction<TableSnapshot<String, CohortRow>, CohortRow, CohortRow> edit) {
        cohorts.require(cohortId);
        var edited = changes.run(action, table, (rows, at) -> {
            var before = rows.find(cohortId).orElseGet(() -> cohorts.require(cohortId));
            if (changes.isKnown(action)) {
                return Change.none(before);
            }
            var after = edit.apply(rows, before);
            return after.equals(before) ? Change.none(before) : Change.of(stamped(after, at), entry(before, after));
        });
        return list.show(edited.answer());
    }

    private static CohortRow stamped(CohortRow row, Instant at) {
        return row.withUpdatedAt(at).withEditVersion(row.editVersion() + 1);
    }

    /// What [#create] would say of a cohort of that name, before anything is written for it.
    ///
    /// @throws PortalException BAD_USER_INPUT when there is one already, or too many
    public void requireRoomFor(String cohortId, String name) {
        var rows = table.snapshot();
        refuseTaken(rows, cohortId, name);
        refuseTooMany(rows);
    }

    private void refuseTooMany(TableSnapshot<String, CohortRow> rows) {
        if (cohorts.all(rows).filter(row -> !row.isArchived()).count() >= MOST) {
            throw PortalException.badInput(
                    "name", "There are " + MOST + " cohorts, and no more fit; archive one that is over first.");
        }
    }

    private void refuseTaken(TableSnapshot<String, CohortRow> rows, String cohortId, String name) {
        if (cohorts.all(rows)
                .anyMatch(row -> !row.isArchived()
                        && !row.cohortId().equals(cohortId)
                        && row.name().equalsIgnoreCase(name))) {
            throw PortalException.badInput("name", "There is a cohort of that name already; choose another.");
        }
    }

    private static Entry entry(CohortRow before, CohortRow after) {
        return new Entry(null, after.cohortId(), after.cohortId(), differing(before, after), differing(after, before));
    }

    private static Map<String, @Nullable Object> differing(CohortRow row, CohortRow from) {
        var values = values(row);
        var others = values(from);
        List.copyOf(values.keySet()).stream()
                .filter(name -> Objects.equals(values.get(name), others.get(name)))
                .forEach(values::remove);
        return values;
    }

    private static Map<String, @Nullable Object> values(CohortRow row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", row.name());
        values.put("timeZone", row.timeZone());
        values.put("startsOn", row.startsOn());
        values.put("isArchived", row.isArchived());
        return values;
    }
}
