package training.powerbi.server.material.deck;

/// One line of an archive's directory, as it stands there: nothing of it is to be believed.
///
/// @param localName what the item itself must be called
/// @param mode Unix type and permissions, 0 where the archive does not say
/// @param localHeader where the item itself begins
record ZipItem(
        String name,
        String localName,
        Flags flags,
        int method,
        long crc,
        long packedSize,
        long size,
        int mode,
        long localHeader) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int LONGEST_SHOWN = 200;
    private static final int FILE_TYPE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    /// Bits that change how the item is read.
    record Flags(boolean encrypted, boolean utf8) {
        static Flags of(int bits) {
            return new Flags((bits & 1) != 0 || (bits & 0x40) != 0, (bits & 0x800) != 0);
        }
    }

    /// Some tools of Windows part folders by `\\`.
    private String slashed() {
        return name.replace('\\', '/');
    }

    boolean isFolder() {
        return slashed().endsWith("/");
    }

    /// As links name it, if it can be named: without `./` at its beginning, and without the `/` behind folders.
    String path() {
        var path = slashed();
        int begin = 0;
        while (path.startsWith("./", begin)) {
            begin += 2;
        }
        return path.substring(begin, isFolder() && path.length() > begin ? path.length() - 1 : path.length());
    }

    /// For people.
    String shown() {
        var seen = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return '\'' + (seen.length() > LONGEST_SHOWN ? seen.substring(0, LONGEST_SHOWN) + "…" : seen) + '\'';
    }

    /// Whether it is a link, a device or a pipe.
    boolean isSpecial() {
        int type = mode & FILE_TYPE;
        return type != 0 && type != REGULAR && type != FOLDER;
    }
}
