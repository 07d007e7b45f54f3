package training.powerbi.lakehouse.open;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.WholeFile;

/// Files of a folder in the jar, to be read only, by paths that begin with its name. An index beside them says which
/// there are: a jar cannot be listed.
final class PackagedFiles implements StoreFiles {
    static final String INDEX = "index.txt";

    private final String folder;
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    /// @param folder beside this class
    PackagedFiles(String folder) throws IOException {
        this.folder = folder;
        for (var name :
                new String(packaged(INDEX), StandardCharsets.UTF_8).lines().toList()) {
            files.put("/" + folder + "/" + name, packaged(name));
        }
    }

    private byte[] packaged(String name) throws IOException {
        try (var stream = PackagedFiles.class.getResourceAsStream(folder + "/" + name)) {
            if (stream == null) {
                throw new FileNotFoundException(folder + "/" + name);
            }
            return stream.readAllBytes();
        }
    }

    @Override
    public byte[] bytes(String path) throws IOException {
        var bytes = files.get(path);
        if (bytes == null) {
            throw new FileNotFoundException(path);
        }
        return bytes;
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String filePath) {
        var inFolder = filePath.substring(0, filePath.lastIndexOf('/') + 1);
        return Utils.toCloseableIterator(files.tailMap(filePath, true).entrySet().stream()
                .filter(file -> file.getKey().startsWith(inFolder))
                .map(file -> FileStatus.of(file.getKey(), file.getValue().length, 0))
                .iterator());
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        return FileStatus.of(path, bytes(path).length, 0);
    }

    @Override
    public InputFile newInputFile(String path, long fileSize) {
        return new WholeFile(path, () -> bytes(path));
    }

    @Override
    public List<String> names(String inFolder) {
        return tree(inFolder).stream().filter(name -> name.indexOf('/') < 0).toList();
    }

    @Override
    public List<String> tree(String inFolder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(inFolder + "/"))
                .map(path -> path.substring(inFolder.length() + 1))
                .toList();
    }

    @Override
    public String resolvePath(String path) {
        return path;
    }

    @Override
    public Optional<String> getConf(String confKey) {
        return Optional.empty();
    }

    @Override
    public boolean mkdirs(String path) {
        throw readOnly();
    }

    @Override
    public OutputFile newOutputFile(String path) {
        throw readOnly();
    }

    @Override
    public boolean delete(String path) {
        throw readOnly();
    }

    @Override
    public void copyFileAtomically(String srcPath, String destPath, boolean overwrite) {
        throw readOnly();
    }

    @Override
    public void forceFolder(String path) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("What is in the jar stays as it is");
    }
}
