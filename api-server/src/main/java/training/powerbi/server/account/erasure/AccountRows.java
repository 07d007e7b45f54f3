package training.powerbi.server.account.erasure;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.account.PersonalData;

/// Rows in one of the account's tables.
record AccountRows(String table, ToIntFunction<Person> counted, Consumer<Person> erased) implements PersonalData {

    @Override
    public int count(Person person) {
        return counted.applyAsInt(person);
    }

    @Override
    public void erase(Person person) {
        if (count(person) > 0) {
            erased.accept(person);
        }
    }

    static <K, R extends Record> void remove(DeltaTable<K, R> table, K key) {
        table.update(now -> new Verdict<K, R, Boolean>(List.of(), List.of(key), List.of(), true));
    }
}
