package training.powerbi.lakehouse.files.copy;

import java.util.regex.Pattern;

/// Which files of a table are worth a copy.
final class CopiedPaths {
    static final String LOG = "/_delta_log/";

    private static final Pattern LOG_FILE =
            Pattern.compile(".*/_delta_log/(\\d{20}\\.(json|checkpoint.*)|_sidecars/[^/]+\\.parquet)");
    private static final int DIGITS = 20;

    private CopiedPaths() {}

    /// A data file, whose name is never used again.
    static boolean isData(String path) {
        return path.endsWith(".parquet") && !path.contains(LOG);
    }

    /// A file of a log that never changes as long as its table is the same.
    static boolean isLog(String path) {
        return LOG_FILE.matcher(path).matches();
    }

    /// The one that changes, which says where the newest checkpoint is.
    static boolean isPointer(String path) {
        return path.endsWith(LOG + "_last_checkpoint");
    }

    static boolean isCommit(String path) {
        return isLog(path) && path.endsWith(".json") && !path.contains(".checkpoint");
    }

    static boolean isCheckpoint(String path) {
        return isLog(path) && path.contains(".checkpoint");
    }

    /// The version that a commit or a checkpoint is of; -1 for other files.
    static long version(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return isLog(path) && !name.startsWith("_") && Character.isDigit(name.charAt(0)) && name.length() > DIGITS
                ? number(name.substring(0, DIGITS))
                : -1;
    }

    private static long number(String digits) {
        return digits.chars().allMatch(Character::isDigit) ? Long.parseLong(digits) : -1;
    }

    /// The table's folder.
    static String table(String path) {
        return path.substring(0, path.indexOf(LOG));
    }
}
