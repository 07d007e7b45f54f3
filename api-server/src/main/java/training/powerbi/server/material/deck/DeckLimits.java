package training.powerbi.server.material.deck;

/// How much one archive may unpack to.
///
/// @param bytes of all files together
/// @param ratio how many times its own size an archive may unpack to, once it is over `free`
/// @param free so much an archive may unpack to however well it is packed: honest slides hold text, drawings and tables
/// that shrink to a hundredth
public record DeckLimits(int files, long bytes, int ratio, long free) {
    private static final long MIB = 1024 * 1024;

    /// What hand-made slides with pictures and short films need, with room to spare.
    public static final DeckLimits USUAL = new DeckLimits(2_000, 512 * MIB, 200, 64 * MIB);

    /// What one archive may unpack to.
    ///
    /// @param shown the limit as it is told to people
    record Allowance(long bytes, String shown) {}

    Allowance forArchive(long size) {
        long packed = Math.max(free, ratio * size);
        return packed < bytes
                ? new Allowance(packed, mib(packed) + ", and that is more than " + ratio + " times its own size")
                : new Allowance(bytes, mib(bytes));
    }

    private static String mib(long bytes) {
        return bytes / MIB + " MiB";
    }
}
