package training.powerbi.server.material.deck;

/// One line of an archive's directory, as it stands there: nothing of it is to be believed.
///
/// @param mode Unix type and permissions, 0 where the archive does not say
/// @param localHeader where the item itself begins
record ZipItem(String name, Flags flags, int method, long crc, long packedSize, long size, int mode, long localHeader) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int FILE_TYPE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    /// Bits that change how the item is read.
    record Flags(boolean encrypted, boolean utf8) {
        static Flags of(int bits) {
            return new Flags((bits & 1) != 0 || (bits & 0x40) != 0, (bits & 0x800) != 0);
        }
    }

    boolean isFolder() {
        return name.endsWith("/");
    }

    /// Whether it is a link, a device or a pipe.
    boolean isSpecial() {
        int type = mode & FILE_TYPE;
        return type != 0 && type != REGULAR && type != FOLDER;
    }
}
