package training.powerbi.desktop.ui.activity;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Course;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.task.TaskExecutor;

/// The names behind the ids that events carry. Read when one is not known, at most twice a minute.
final class Names {
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int MOST_PAGES = 40;

    private final PortalClient client;
    private final TaskExecutor tasks;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private Map<String, Known> known = new HashMap<>();
    private boolean resting;

    Names(PortalClient client, TaskExecutor tasks) {
        this.client = client;
        this.tasks = tasks;
    }

    private record Known(String name, String cohortId) {}

    /// In which run of the course somebody is; null while that is not known.
    @Nullable
    String cohortOf(String userId) {
        var found = find(userId);
        return found == null ? null : found.cohortId();
    }

    /// Null while it is not known; [#version()] grows when it may be.
    @Nullable
    String of(String userId) {
        var found = find(userId);
        return found == null ? null : found.name();
    }

    private @Nullable Known find(String userId) {
        var found = known.get(userId);
        if (found == null) {
            read();
        }
        return found;
    }

    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    private void read() {
        if (resting) {
            return;
        }
        resting = true;
        tasks.later(REST, () -> resting = false);
        tasks.run(
                this::all,
                names -> {
                    known = names;
                    version.set(version.get() + 1);
                },
                // Without names the feed says "a student": no reason to disturb anyone.
                failure -> {});
    }

    private Map<String, Known> all() {
        Map<String, Known> names = new HashMap<>();
        String after = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            var people = client.users("", after);
            people.edges().forEach(edge -> names.put(edge.node().userId(), known(edge.node())));
            after = people.pageInfo().endCursor();
            if (!people.pageInfo().hasNextPage()) {
                break;
            }
        }
        return names;
    }

    private static Known known(PersonAccount person) {
        return new Known(person.name(), Objects.requireNonNullElse(person.cohortId(), Course.MAIN));
    }
}
