package training.powerbi.server.account.session;

import java.time.Instant;

/// A sign-in that lasts.
///
/// @param startedAt when its password was asked for
public record Session(String id, String userId, Instant startedAt) {}
