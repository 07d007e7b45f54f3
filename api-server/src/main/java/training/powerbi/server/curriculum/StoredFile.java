package training.powerbi.server.curriculum;

/// How a table names a file that the portal keeps itself: by its place in the lakehouse, `Files/…`, where notebooks
/// find
/// it too. Nobody can open such an address; where the file is delivered is decided for each viewer.
public final class StoredFile {
    private static final String FOLDER = "Files/";

    private StoredFile() {}

    public static boolean is(String address) {
        return address.startsWith(FOLDER);
    }

    /// The address of a file.
    ///
    /// @param blob its name in the store
    public static String address(String blob) {
        return FOLDER + blob;
    }

    /// The name in the store of such an address.
    public static String blob(String address) {
        return address.substring(FOLDER.length());
    }
}
