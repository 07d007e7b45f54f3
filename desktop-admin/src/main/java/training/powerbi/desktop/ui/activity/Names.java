package training.powerbi.desktop.ui.activity;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
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
    private Map<String, String> known = new HashMap<>();
    private boolean resting;

    Names(PortalClient client, TaskExecutor tasks) {
        this.client = client;
        this.tasks = tasks;
    }

    /// Null while it is not known; [#version()] grows when it may be.
    @Nullable
    String of(String userId) {
        var name = known.get(userId);
        if (name == null) {
            read();
        }
        return name;
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

    private Map<String, String> all() {
        Map<String, String> names = new HashMap<>();
        String after = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            var people = client.users("", after);
            people.edges().forEach(edge -> names.put(edge.node().userId(), name(edge.node())));
            after = people.pageInfo().endCursor();
            if (!people.pageInfo().hasNextPage()) {
                break;
            }
        }
        return names;
    }

    private static String name(PersonAccount person) {
        var name = person.displayName();
        return name == null || name.isBlank() ? person.email() : name;
    }
}
