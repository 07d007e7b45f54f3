package training.powerbi.server.account;

import java.time.Instant;

/// Rows about one person in one table. Each module that keeps such has one of these, so that who is erased is erased
/// everywhere.
public interface PersonalData {

    /// Who is to be erased.
    ///
    /// @param account what else the account is known by, unreadable
    /// @param since rows that came later, under that account, are another person's
    record Person(String userId, String account, Instant since) {}

    /// The table the rows are in.
    String table();

    /// How many there are, from memory.
    int count(Person person);

    /// Removes them; returns once that is durable. Nothing happens when there are none.
    void erase(Person person);
}
