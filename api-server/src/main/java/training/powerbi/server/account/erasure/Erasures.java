package training.powerbi.server.account.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.account.PersonalData;
import training.powerbi.server.account.PersonalData.Person;
import training.powerbi.server.account.signin.Departed;
import training.powerbi.server.account.signin.StoredPlaces;
import training.powerbi.server.account.user.UserRow;

/// The steps of an erasure behind the one that counts, which is the removal of the account. They may be done any number
/// of times, by any server: at once, after a crash at the next start, and for rows that were still on their way.
@Component
class Erasures implements Departed {
    /// A server that begins with one is done with it long before.
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final DeltaTable<String, ErasureRow> table;
    private final DeltaTable<String, UserRow> users;
    private final List<PersonalData> data;
    private final StoredPlaces places;
    private final HistoryRetention retention;
    private final JsonMapper json;
    private final Clock clock;

    Erasures(
            DeltaTable<String, ErasureRow> table,
            DeltaTable<String, UserRow> users,
            List<PersonalData> data,
            StoredPlaces places,
            HistoryRetention retention,
            JsonMapper json,
            Clock clock) {
        this.table = table;
        this.users = users;
        this.data = data;
        this.places = places;
        this.retention = retention;
        this.json = json;
        this.clock = clock;
    }

    Optional<ErasureRow> find(String userId) {
        return table.newest().find(userId);
    }

    @Override
    public boolean since(String entraKey, Instant issuedAt) {
        // Another server may have erased them a moment ago.
        var erasures = table.newest();
        return places.accountsOf(entraKey).stream()
                .flatMap(each -> erasures.select(ErasureRow.BY_MICROSOFT, each).stream())
                .anyMatch(row -> !issuedAt.isAfter(row.begunAt()));
    }

    /// The tables with rows of theirs, and the account itself.
    List<ErasedRows> rows(UserRow user) {
        var counts = counts(user);
        return counts.entrySet().stream()
                .map(each -> new ErasedRows(each.getKey(), each.getValue()))
                .toList();
    }

    List<ErasedRows> rows(ErasureRow row) {
        return json.readTree(row.rows())
                .propertyStream()
                .map(each -> new ErasedRows(each.getKey(), each.getValue().asInt()))
                .toList();
    }

    Map<String, Integer> counts(UserRow user) {
        var person = new Person(user.userId(), account(user), clock.instant());
        var counts = new TreeMap<String, Integer>();
        counts.put(UserRow.DEFINITION.name(), 1);
        data.forEach(each -> counts.put(each.table(), each.count(person)));
        return counts;
    }

    private String account(UserRow user) {
        return String.join(StoredPlaces.SEPARATOR, places.accountsOf(user.email()));
    }

    /// Durable before anything is erased: whatever happens from now on, it is gone on with.
    ErasureRow begin(UserRow user) {
        var entraKey = user.entraKey();
        var row = new ErasureRow(
                user.userId(),
                account(user),
                entraKey == null ? null : places.accountsOf(entraKey).getFirst(),
                clock.instant(),
                json.writeValueAsString(counts(user)),
                null);
        table.append(List.of(row));
        return row;
    }

    void takeBack(ErasureRow row) {
        table.update(
                now -> new Verdict<String, ErasureRow, Boolean>(List.of(), List.of(row.userId()), List.of(), true));
    }

    /// All steps behind the removal of the account.
    ErasureRow finish(ErasureRow row) {
        data.forEach(each -> each.erase(row.person()));
        if (row.erasedAt() != null) {
            return row;
        }
        return table.update(now -> Verdict.upsert(row.done(clock.instant()))).answer();
    }

    /// Goes on with whatever is unfinished, and forgets those whose last byte is gone.
    void goOn() {
        var now = clock.instant();
        for (var row : table.snapshot().rows().toList()) {
            if (users.snapshot().find(row.userId()).isPresent()) {
                // Of an erasure by another server this one may know the beginning only.
                if (row.begunAt().plus(ABANDONED).isBefore(now)
                        && users.newest().find(row.userId()).isPresent()) {
                    takeBack(row);
                }
            } else if (isGone(row, now)) {
                takeBack(row);
            } else {
                finish(row);
            }
        }
    }

    private boolean isGone(ErasureRow row, Instant now) {
        var erased = row.erasedAt();
        return erased != null
                && retention.goneAt(erased).isBefore(now)
                && data.stream().allMatch(each -> each.count(row.person()) == 0);
    }
}
