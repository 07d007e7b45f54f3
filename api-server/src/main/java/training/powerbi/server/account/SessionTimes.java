package training.powerbi.server.account;

import java.time.Instant;

/// When someone signed in, came back last, and would be signed out for staying away.
public record SessionTimes(Instant startedAt, Instant continuedAt, Instant expiresAt) {}
