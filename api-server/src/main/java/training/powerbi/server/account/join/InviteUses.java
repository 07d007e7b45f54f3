package training.powerbi.server.account.join;

import java.util.List;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.account.user.UserRow;

/// Keeps in mind whom invites admitted: whoever is erased gives none back.
@Component
public class InviteUses {
    private final DeltaTable<String, InviteRow> invites;

    InviteUses(DeltaTable<String, InviteRow> invites) {
        this.invites = invites;
    }

    /// Durable before the account goes. Done again, or for an account that stays after all, it changes nothing.
    public void keep(UserRow user) {
        var invite = user.inviteHash();
        if (invite != null) {
            invites.update(rows -> kept(rows, invite, user.userId()));
        }
    }

    private static Verdict<String, InviteRow, Boolean> kept(
            TableSnapshot<String, InviteRow> rows, String invite, String userId) {
        var upserts = rows.find(invite).map(row -> List.of(row.erasing(userId))).orElse(List.of());
        return new Verdict<>(upserts, List.of(), List.of(), true);
    }
}
