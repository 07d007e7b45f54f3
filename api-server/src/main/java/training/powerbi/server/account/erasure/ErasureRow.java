package training.powerbi.server.account.erasure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.server.account.PersonalData.Person;

/// A row of `erasures`: someone who is being erased, until their last byte is gone. Nobody can read from it who that
/// was.
///
/// @param account keyed hash of the e-mail address, see [training.powerbi.server.account.signin.PlaceRow]
/// @param microsoft keyed hash of who they are at Microsoft; null for people with a password
/// @param rows how many there were, as JSON by table
/// @param erasedAt when all tables were done with; null until then
public record ErasureRow(
        String userId,
        String account,
        @Nullable String microsoft,
        Instant begunAt,
        String rows,
        @Nullable Instant erasedAt) {

    static final Index<ErasureRow> BY_MICROSOFT = new Index<>("microsoft", ErasureRow::microsoft);
    public static final TableDefinition<String, ErasureRow> DEFINITION = TableDefinition.of(
                    "erasures", ErasureRow.class, ErasureRow::userId)
            .indexed(BY_MICROSOFT)
            .withoutStatistics();

    Person person() {
        return new Person(userId, account, begunAt);
    }

    ErasureRow done(Instant now) {
        return new ErasureRow(userId, account, microsoft, begunAt, rows, now);
    }
}
