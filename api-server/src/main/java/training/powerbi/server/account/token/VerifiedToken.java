package training.powerbi.server.account.token;

import java.time.Instant;

/// A token whose signature, issuer, audience and time hold. Whether its account and session still do is not
/// its matter.
public sealed interface VerifiedToken {

    Instant issuedAt();

    Instant expiresAt();

    /// One of ours.
    record Own(String userId, String sessionId, Instant issuedAt, Instant expiresAt) implements VerifiedToken {}

    /// One of Entra ID's.
    record Entra(EntraIdentity identity, Instant issuedAt, Instant expiresAt) implements VerifiedToken {}
}
