package training.powerbi.server.account.signin;

import java.time.Instant;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;

/// A row of `sign_in_places`: a network address from which someone signed in to an account. Neither can be read from
/// it.
///
/// @param placeId keyed hash of account and network address
/// @param accountId keyed hash of the account
/// @param lastSignIn to about a day
public record PlaceRow(String placeId, String accountId, Instant lastSignIn) {

    static final Index<PlaceRow> BY_ACCOUNT = new Index<>("account", PlaceRow::accountId);
    public static final TableDefinition<String, PlaceRow> DEFINITION = TableDefinition.of(
                    "sign_in_places", PlaceRow.class, PlaceRow::placeId)
            .indexed(BY_ACCOUNT)
            .withoutStatistics()
            .withoutNotes();
}
