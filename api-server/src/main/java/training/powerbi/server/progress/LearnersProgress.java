package training.powerbi.server.progress;

import java.util.List;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.account.PersonalData;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;

/// What one person has seen, where they stopped, and which of their views were counted. The counts themselves name
/// nobody and stay.
record LearnersProgress(DeltaTable<ProgressKey, UserProgressRow> progress) implements PersonalData {

    @Override
    public String table() {
        return UserProgressRow.DEFINITION.name();
    }

    @Override
    public int count(Person person) {
        return keys(progress.snapshot(), person).size();
    }

    @Override
    public void erase(Person person) {
        if (count(person) > 0) {
            progress.update(now ->
                    new Verdict<ProgressKey, UserProgressRow, Boolean>(List.of(), keys(now, person), List.of(), true));
        }
    }

    private static List<ProgressKey> keys(TableSnapshot<ProgressKey, UserProgressRow> now, Person person) {
        return now.select(UserProgressRow.BY_USER, person.userId()).stream()
                .map(row -> new ProgressKey(row.userId(), row.dayNumber()))
                .toList();
    }
}
