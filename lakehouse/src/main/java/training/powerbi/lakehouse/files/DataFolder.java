package training.powerbi.lakehouse.files;

import java.net.URI;

/// The folder with a table's data files.
public record DataFolder(StoreFiles files, String path) {

    /// Where a file is that an action of the log names.
    public String resolve(String named) {
        var uri = URI.create(named);
        return uri.isAbsolute() ? named : path + "/" + uri.getPath();
    }
}
