package training.powerbi.lakehouse.files.local;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import training.powerbi.lakehouse.files.StoreFiles;

/// The store's files in a local folder. A commit file appears whole or not at all, and of two writers of one commit
/// file exactly one succeeds. Safe for use by many threads and processes.
public final class LocalFileIO implements StoreFiles {

    @Override
    public CloseableIterator<FileStatus> listFrom(String filePath) throws IOException {
        var from = local(filePath);
        var folder = filePath.endsWith("/") ? from : from.getParent();
        var first = filePath.endsWith("/") ? "" : name(from);
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, file -> name(file).compareTo(first) >= 0)) {
            files.forEach(found::add);
        } catch (NoSuchFileException e) {
            throw missing(filePath, e);
        }
        found.sort(Comparator.comparing(Path::toString));
        return new Listing(found.iterator());
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        return Listing.status(local(path)).orElseThrow(() -> new FileNotFoundException(path));
    }

    @Override
    public String resolvePath(String path) {
        return local(path).toAbsolutePath().toString();
    }

    @Override
    public boolean mkdirs(String path) throws IOException {
        DurableFiles.createFolders(local(path));
        return true;
    }

    @Override
    public InputFile newInputFile(String path, long fileSize) {
        return new LocalInputFile(local(path));
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return new LocalOutputFile(local(path));
    }

    @Override
    public boolean delete(String path) throws IOException {
        return Files.deleteIfExists(local(path));
    }

    @Override
    public List<String> names(String folder) throws IOException {
        try (var files = Files.list(local(folder))) {
            return files.map(LocalFileIO::name).toList();
        }
    }

    @Override
    public List<String> tree(String folder) throws IOException {
        var root = local(folder);
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public void forceFolder(String folder) throws IOException {
        DurableFiles.forceFolder(local(folder));
    }

    @Override
    public Optional<String> getConf(String confKey) {
        return Optional.empty();
    }

    @Override
    public void copyFileAtomically(String srcPath, String destPath, boolean overwrite) throws IOException {
        DurableFiles.writeWhole(local(destPath), Files.readAllBytes(local(srcPath)), overwrite);
    }

    private static FileNotFoundException missing(String path, IOException cause) {
        var missing = new FileNotFoundException(path);
        missing.initCause(cause);
        return missing;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path local(String path) {
        return path.startsWith("file:") ? Path.of(java.net.URI.create(path)) : Path.of(path);
    }
}
