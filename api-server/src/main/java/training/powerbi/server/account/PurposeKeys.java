package training.powerbi.server.account;

import javax.crypto.SecretKey;

/// Secret keys for signing what is not an access token. Each purpose has its own, so that nothing signed for one
/// passes for another.
public interface PurposeKeys {

    /// An HMAC-SHA256 key; the same after a restart, and another once the server's secret is changed.
    SecretKey keyFor(String purpose);
}
