package training.powerbi.server.account;

import java.util.List;
import java.util.function.BiFunction;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;

/// Rows of one table about one person, of a table whose rows go when the person does.
///
/// @param keys of the rows of a person, by the id of their account
public record PersonalRows<K, R extends Record>(
        String table, DeltaTable<K, R> rows, BiFunction<TableSnapshot<K, R>, String, List<K>> keys)
        implements PersonalData {

    @Override
    public int count(Person person) {
        return keys.apply(rows.snapshot(), person.userId()).size();
    }

    @Override
    public void erase(Person person) {
        if (count(person) > 0) {
            rows.update(
                    now -> new Verdict<K, R, Boolean>(List.of(), keys.apply(now, person.userId()), List.of(), true));
        }
    }
}
