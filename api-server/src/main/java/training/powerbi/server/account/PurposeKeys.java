package training.powerbi.server.account;

import java.util.List;
import javax.crypto.SecretKey;

/// Secret keys for signing what is not an access token. Each purpose has its own, so that nothing signed for one
/// passes for another.
public interface PurposeKeys {

    /// HMAC-SHA256 keys, the same after a restart: the first signs, all verify. Ask for them each time, as they change
    /// while the server runs.
    List<SecretKey> keysFor(String purpose);
}
