package training.powerbi.desktop.ui.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.AuditFilter;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;

/// What admins did, newest first, and what each of it changed.
public final class AuditViewModel {
    /// As the portal names them; others are shown by their own name.
    static final List<String> ACTIONS = List.of(
            "unlock_day",
            "lock_day",
            "update_day",
            "schedule_day",
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
            "create_invite",
            "revoke_invite",
            "create_password_reset",
            "reset_admin",
            "mark_content_viewed",
            "create_backup",
            "restore_backup",
            "repair_store",
            "external_change");

    private final PortalClient client;
    private final PortalState state;
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

    /// @param zone the course's own, in which days begin and end
    public AuditViewModel(PortalClient client, PortalState state, TaskExecutor tasks, Screen screen, ZoneId zone) {
        this.client = client;
        this.state = state;
        this.screen = screen;
        this.times = new TimeWords(screen, zone);
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
        entries.load(after -> client.adminActions(filter, after));
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
