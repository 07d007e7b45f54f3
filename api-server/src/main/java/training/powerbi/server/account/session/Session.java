package training.powerbi.server.account.session;

import java.time.Instant;

/// A sign-in that lasts.
///
/// @param startedAt when its password was asked for
/// @param continuedAt when its refresh token was last traded
/// @param expiresAt when it ends unless continued
public record Session(String id, String userId, Instant startedAt, Instant continuedAt, Instant expiresAt) {}
