package training.powerbi.desktop.ui.cohort;

import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.access.CohortWords;
import training.powerbi.desktop.ui.form.FieldErrors;

/// What is typed about a run of the course.
final class CohortDraft {
    static final String NAME = "name";
    static final String ZONE = "timeZone";
    static final String START = "startsOn";

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty zone = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> start = new SimpleObjectProperty<>();
    private final FieldErrors errors = new FieldErrors(NAME, ZONE, START);

    CohortDraft() {
        errors.forget(NAME, name);
        errors.forget(ZONE, zone);
        errors.forget(START, start);
    }

    StringProperty name() {
        return name;
    }

    /// IANA name; empty for the course's.
    StringProperty zone() {
        return zone;
    }

    ObjectProperty<@Nullable LocalDate> start() {
        return start;
    }

    FieldErrors errors() {
        return errors;
    }

    void load(@Nullable Cohort cohort) {
        name.set(cohort == null ? "" : cohort.name());
        zone.set(cohort == null ? "" : cohort.timeZone());
        var from = cohort == null ? null : cohort.startsOn();
        start.set(from == null ? null : LocalDate.parse(from));
        errors.clear();
    }

    CohortWords words() {
        var where = zone.get().strip();
        return new CohortWords(name.get().strip(), where.isEmpty() ? null : where, start.get());
    }
}
