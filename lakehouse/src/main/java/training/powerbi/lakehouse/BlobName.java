package training.powerbi.lakehouse;

import java.util.regex.Pattern;

/// Where a blob is: folders and a name, parted by `/`, such as `videos/6f1c.mp4`. Only letters, digits, `.`, `_` and
/// `-` are allowed and no part begins with a dot, so that a name means the same in every store and never leads out of
/// it. Names are made by the portal; what a client calls its file is no name of ours.
public record BlobName(String path) {
    private static final int LONGEST = 400;
    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99})+");

    /// @throws IllegalArgumentException for any other text, and for a name without a folder
    public BlobName {
        if (path.length() > LONGEST || !SAFE.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a blob's name");
        }
    }

    public static BlobName of(String folder, String name) {
        return new BlobName(folder + '/' + name);
    }

    /// The part behind the last `/`.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return path;
    }
}
