package training.powerbi.server.audit.chain;

import org.jspecify.annotations.Nullable;

/// What a chain is like.
///
/// @param firstBad where it is broken first, 0 for the rows before it; null when it is not
/// @param reason what is wrong there
/// @param hasExpected whether the hash that was looked for belongs to it
public record ChainState(
        int rows,
        int roots,
        @Nullable Long firstBad,
        @Nullable String reason,
        long newest,
        @Nullable String newestHash,
        boolean hasExpected) {}
