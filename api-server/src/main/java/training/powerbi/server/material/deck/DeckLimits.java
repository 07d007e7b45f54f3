package training.powerbi.server.material.deck;

/// How much one archive may unpack to.
///
/// @param bytes of all files together
/// @param ratio how many times its own size an archive may unpack to, once it is over [#RATIO_COUNTS_FROM]
public record DeckLimits(int files, long bytes, int ratio) {
    /// Small archives of plain text may be squeezed as far as they like.
    static final long RATIO_COUNTS_FROM = 4 * 1024 * 1024;

    /// What hand-made slides with pictures and short films need, with room to spare.
    public static final DeckLimits USUAL = new DeckLimits(2_000, 512L * 1024 * 1024, 50);

    long bytesFor(long archiveSize) {
        return Math.min(bytes, Math.max(RATIO_COUNTS_FROM, ratio * archiveSize));
    }
}
