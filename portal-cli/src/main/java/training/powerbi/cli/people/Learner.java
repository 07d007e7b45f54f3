package training.powerbi.cli.people;

import training.powerbi.client.PersonAccount;
import training.powerbi.client.PortalClient;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Somebody with an account, as a command line names them.
///
/// @param said the whole e-mail address, or the id
public record Learner(String said) {

    /// Who is meant.
    ///
    /// @throws PortalException USER_NOT_FOUND when nobody is
    public PersonAccount at(PortalClient client) {
        var isAddress = said.contains("@");
        return Pages.all(cursor -> client.users(isAddress ? said : "", cursor)).stream()
                .filter(account -> isAddress
                        ? account.email().equalsIgnoreCase(said)
                        : account.userId().equals(said))
                .findFirst()
                .orElseThrow(() -> new PortalException(
                        ErrorCode.USER_NOT_FOUND,
                        "Nobody has the address or id " + said + ". Give all of it; portal export lists both."));
    }
}
