package training.powerbi.desktop.ui.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.AuditFilter;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What admins did, newest first, and what each of it changed.
public final class AuditViewModel {
    /// As the portal names them; others are shown by their own name.
    static final List<String> ACTIONS = List.of(
            "unlock_day",
            "lock_day",
            "update_day",
            "schedule_day",
            "open_day_at",
            "set_session",
            "restore_day",
            "upload_recording",
            "update_recording",
            "remove_recording",
            "restore_recording",
            "set_presentation",
            "add_resource",
            "remove_resource",
            "set_captions",
            "remove_captions",
            "set_user_role",
            "set_user_active",
            "grant_access",
            "hold_back",
            "revoke_override",
            "create_cohort",
            "update_cohort",
            "archive_cohort",
            "move_student",
            "undo",
            "create_invite",
            "revoke_invite",
            "create_password_reset",
            "reset_admin",
            "mark_content_viewed",
            "create_backup",
            "restore_backup",
            "repair_store",
            "external_change");

    /// Kinds that the portal knows how to take back.
    private static final Set<String> UNDOABLE = Set.of(
            "unlock_day",
            "lock_day",
            "update_day",
            "set_presentation",
            "restore_day",
            "schedule_day",
            "open_day_at",
            "set_session",
            "create_cohort",
            "update_cohort",
            "archive_cohort",
            "move_student",
            "grant_access",
            "hold_back",
            "revoke_override",
            "update_recording",
            "remove_recording",
            "restore_recording",
            "set_user_role",
            "set_user_active");

    /// Kinds before which a day had other words or addresses.
    private static final Set<String> OF_WORDS = Set.of("update_day", "set_presentation", "restore_day");

    private final CourseDesk desk;
    private final PortalClient client;
    private final PortalState state;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Screen screen;
    private final TimeWords times;
    private final PagedList<AuditEntry> entries;
    private final Names names;
    private final AuditWords words;
    private final ChangeRows changes = new ChangeRows();
    private final ObjectProperty<@Nullable Integer> day = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> action = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable AuditEntry> selected = new ReadOnlyObjectWrapper<>();

    public AuditViewModel(CourseDesk desk) {
        var tasks = desk.tasks();
        this.desk = desk;
        this.client = desk.client();
        this.state = desk.state();
        this.screen = desk.screen();
        this.times = desk.times();
        this.entries = new PagedList<>(tasks, screen);
        this.names = new Names(client, tasks);
        this.words = new AuditWords(screen.texts(), times, names, state);
        day.addListener((property, before, now) -> refresh());
        action.addListener((property, before, now) -> refresh());
        from.addListener((property, before, now) -> refresh());
        to.addListener((property, before, now) -> refresh());
    }

    /// Reads from the newest on.
    public void refresh() {
        var filter = filter();
        var number = day.get();
        if (number != null && filter.equals(new AuditFilter(number, null, null, null))) {
            entries.load(after -> desk.access().dayHistory(number, after));
        } else {
            entries.load(after -> client.adminActions(filter, after));
        }
    }

    /// Turns to all that was done to one day.
    public void showDay(int number) {
        clearFilter();
        day.set(number);
    }

    /// Whether the portal may take it back.
    boolean mayUndo(AuditEntry entry) {
        return UNDOABLE.contains(entry.actionType());
    }

    /// Whether the day had other words or addresses before it.
    boolean mayRestore(AuditEntry entry) {
        return entry.dayNumber() != null && OF_WORDS.contains(entry.actionType());
    }

    BooleanProperty busy() {
        return busy;
    }

    /// Takes a change back, as a new one.
    void undo(AuditEntry entry) {
        call(() -> desk.access().undoAction(entry.actionId()), desk.text("audit.undone"));
    }

    /// Gives the day the words and addresses it had before the entry, as a new change.
    void restore(AuditEntry entry) {
        var number = entry.dayNumber();
        if (number != null) {
            call(
                    () -> desk.access().restoreDay(number, entry.actionId()),
                    desk.text("audit.restored", number, times.exact(entry.timestamp())));
        }
    }

    private void call(Callable<?> work, String done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        desk.tasks()
                .run(
                        work::call,
                        answer -> {
                            busy.set(false);
                            screen.notices().info(done);
                            refresh();
                            desk.refresh();
                        },
                        failure -> {
                            busy.set(false);
                            // Only the portal knows what it was built upon by.
                            if (failure instanceof PortalException refused
                                    && refused.code() == ErrorCode.CONFLICTING_UPDATE) {
                                screen.notices().problem(refused.sentence());
                            } else {
                                screen.problem(failure);
                            }
                        });
    }

    PagedList<AuditEntry> entries() {
        return entries;
    }

    ObjectProperty<@Nullable Integer> day() {
        return day;
    }

    ObjectProperty<@Nullable String> action() {
        return action;
    }

    ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    /// The last day that is shown.
    ObjectProperty<@Nullable LocalDate> to() {
        return to;
    }

    boolean isFiltered() {
        return !filter().equals(AuditFilter.NONE);
    }

    void clearFilter() {
        day.set(null);
        action.set(null);
        from.set(null);
        to.set(null);
    }

    ReadOnlyObjectProperty<@Nullable AuditEntry> selected() {
        return selected.getReadOnlyProperty();
    }

    void select(@Nullable AuditEntry entry) {
        selected.set(entry);
    }

    List<ChangeRow> changes(AuditEntry entry) {
        return words.inWords(changes.of(entry.metadata()));
    }

    List<Integer> dayNumbers() {
        return state.days().stream().map(DayState::number).toList();
    }

    /// Who did it, or whose doing it was before the account went.
    String who(AuditEntry entry) {
        var admin = entry.admin();
        if (admin != null) {
            return admin.name();
        }
        return entry.adminId().isBlank() ? screen.texts().get("audit.nobody") : entry.adminId();
    }

    /// What was done to whom or what.
    String said(AuditEntry entry) {
        return words.sentence(entry, what(entry.actionType()));
    }

    /// Grows when more people can be named.
    ReadOnlyIntegerProperty namesVersion() {
        return names.version();
    }

    /// What kind of action it is, for the filter.
    String what(String actionType) {
        var key = "audit.action." + actionType.toLowerCase(Locale.ROOT);
        return screen.texts().has(key) ? screen.texts().get(key) : actionType.replace('_', ' ');
    }

    TimeWords times() {
        return times;
    }

    Screen screen() {
        return screen;
    }

    private AuditFilter filter() {
        return new AuditFilter(day.get(), action.get(), start(from.get(), 0), start(to.get(), 1));
    }

    private @Nullable Instant start(@Nullable LocalDate date, int plusDays) {
        return date == null
                ? null
                : date.plusDays(plusDays).atStartOfDay(times.zone()).toInstant();
    }
}
