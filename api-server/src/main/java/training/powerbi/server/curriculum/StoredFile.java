package training.powerbi.server.curriculum;

import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

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

    /// Returns when a day can have that address again: what was replaced or taken away is deleted after a while.
    ///
    /// @param address null for none
    /// @throws PortalException NOT_FOUND when it names a file that is gone
    static void requireKept(@Nullable Object address, BlobStore blobs) {
        if (address instanceof String text && is(text) && isGone(blob(text), blobs)) {
            throw new PortalException(
                    ErrorCode.NOT_FOUND, "These slides were deleted for good meanwhile; upload them again.");
        }
    }

    private static boolean isGone(String name, BlobStore blobs) {
        try {
            return blobs.find(new BlobName(name)).isEmpty();
        } catch (IllegalArgumentException notOurs) {
            // Another program wrote it; it opened nothing before either.
            return false;
        }
    }

    /// The name in the store of such an address.
    public static String blob(String address) {
        return address.substring(FOLDER.length());
    }
}
