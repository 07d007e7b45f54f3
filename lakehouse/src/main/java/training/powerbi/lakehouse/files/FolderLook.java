package training.powerbi.lakehouse.files;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The files of one folder for who looks through it once, where each request takes its time: the folder is listed
/// once, and what is going to be read is fetched side by side and kept meanwhile. Once somebody writes there by it, or
/// the look is over, it hands on the files themselves. Of use to one thread until then.
public final class FolderLook extends ForwardingFiles implements AutoCloseable {
    /// What more there is is read when it is asked for.
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private static final long MOST_BYTES_AHEAD = MOST_BYTES / 8;

    private final StoreFiles files;
    private final String folder;
    private final Map<String, FileStatus> listed = new TreeMap<>();
    private final Map<String, Future<byte[]>> fetched = new HashMap<>();
    private volatile boolean over;

    private FolderLook(StoreFiles files, String folder) {
        super(files);
        this.files = files;
        this.folder = folder + "/";
    }

    /// What a look is going to read. A guess: what is missing is read when it is asked for.
    public interface Guess {
        /// The name of the file that tells of others in the folder, and is overwritten.
        String first();

        /// Whether what that file tells of is among those.
        boolean isAmong(byte[] told, List<FileStatus> all);

        /// Those of the folder's files that are going to be read, the first ones first.
        List<FileStatus> needed(List<FileStatus> all);
    }

    /// Begins to look, where it is worth it; elsewhere what is returned does nothing by itself.
    ///
    /// @param folder without `/` at its end
    /// @param readers fetch what is needed
    public static FolderLook begin(StoreFiles files, String folder, Guess guess, ExecutorService readers)
            throws IOException {
        return begin(files, folder, guess, readers, MOST_BYTES);
    }

    /// Begins to look at one of many folders that are looked at in advance, and so keeps less; [#goOn] fetches what is
    /// left.
    public static FolderLook ahead(StoreFiles files, String folder, Guess guess, ExecutorService readers)
            throws IOException {
        return begin(files, folder, guess, readers, MOST_BYTES_AHEAD);
    }

    private static FolderLook begin(StoreFiles files, String folder, Guess guess, ExecutorService readers, long room)
            throws IOException {
        var look = new FolderLook(files, folder);
        if (files.isFar()) {
            look.list(guess, readers);
            look.fetch(guess, readers, room);
        } else {
            look.over = true;
        }
        return look;
    }

    /// A look of its own at the same listing, for what is read later and elsewhere: what was fetched already is not
    /// fetched again.
    public FolderLook again(Guess guess, ExecutorService others) {
        var look = new FolderLook(files, folder.substring(0, folder.length() - 1));
        look.over = over;
        look.listed.putAll(listed);
        fetched.forEach((path, file) -> {
            if (file.state() == Future.State.SUCCESS) {
                look.fetched.put(path, file);
            }
        });
        look.fetch(guess, others, MOST_BYTES);
        return look;
    }

    /// The same look, for who now reads what was guessed.
    public FolderLook goOn(Guess guess, ExecutorService readers) {
        fetch(guess, readers, MOST_BYTES);
        return this;
    }

    /// The file that tells of others is read while the folder is listed. Where it tells of what is not there, it was
    /// written meanwhile or is wrong: read before the folder is listed, it is right or wrong for everybody.
    private void list(Guess guess, ExecutorService readers) throws IOException {
        var first = folder + guess.first();
        var reading = readers.submit(() -> Optional.ofNullable(told(first)));
        listAll();
        var told = arrived(reading, first).orElse(null);
        if (told != null && !guess.isAmong(told, List.copyOf(listed.values()))) {
            told = told(first);
            listed.clear();
            listAll();
        }
        if (told == null) {
            // Written meanwhile: it would tell of what is not listed.
            listed.remove(first);
        } else {
            fetched.put(first, CompletableFuture.completedFuture(told));
        }
    }

    private void listAll() throws IOException {
        try (var all = super.listFrom(folder)) {
            while (all.hasNext()) {
                var file = all.next();
                listed.put(file.getPath(), file);
            }
        }
    }

    private byte @Nullable [] told(String first) throws IOException {
        try {
            return super.bytes(first);
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    private void fetch(Guess guess, ExecutorService readers, long room) {
        var left = room;
        for (var file : guess.needed(List.copyOf(listed.values()))) {
            var path = file.getPath();
            left -= file.getSize();
            if (left < 0) {
                return;
            }
            fetched.computeIfAbsent(path, _ -> readers.submit(() -> super.bytes(path)));
        }
    }

    /// Whether there was no file in the folder.
    public boolean isEmpty() {
        return listed.isEmpty();
    }

    /// What could not be fetched is asked for once more, and nothing else.
    public void forgetFailures() {
        fetched.values().removeIf(file -> file.state() == Future.State.FAILED || file.isCancelled());
    }

    private boolean isSeen(String path) {
        return !over && path.startsWith(folder) && path.indexOf('/', folder.length()) < 0;
    }

    private FileStatus seen(String path) throws FileNotFoundException {
        var file = listed.get(path);
        if (file == null) {
            throw new FileNotFoundException(path);
        }
        return file;
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String filePath) throws IOException {
        if (!isSeen(filePath)) {
            return super.listFrom(filePath);
        }
        var from = listed.values().stream()
                .filter(file -> file.getPath().compareTo(filePath) >= 0)
                .toList();
        return Utils.toCloseableIterator(from.iterator());
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        return isSeen(path) ? seen(path) : super.getFileStatus(path);
    }

    @Override
    public List<String> names(String path) throws IOException {
        return isSeen(path + "/")
                ? listed.keySet().stream()
                        .map(file -> file.substring(folder.length()))
                        .toList()
                : super.names(path);
    }

    @Override
    public InputFile newInputFile(String path, long fileSize) {
        return isSeen(path) ? new WholeFile(path, () -> bytes(path)) : super.newInputFile(path, fileSize);
    }

    @Override
    public byte[] bytes(String path) throws IOException {
        var waiting = isSeen(path) ? fetched.get(seen(path).getPath()) : null;
        return waiting == null ? super.bytes(path) : arrived(waiting, path);
    }

    private static <T> T arrived(Future<T> waiting, String path) throws IOException {
        try {
            return waiting.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException("Cannot read " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading " + path, e);
        }
    }

    @Override
    public OutputFile newOutputFile(String path) {
        endBefore(path);
        return super.newOutputFile(path);
    }

    @Override
    public boolean delete(String path) throws IOException {
        endBefore(path);
        return super.delete(path);
    }

    @Override
    public void copyFileAtomically(String srcPath, String destPath, boolean overwrite) throws IOException {
        endBefore(destPath);
        super.copyFileAtomically(srcPath, destPath, overwrite);
    }

    private void endBefore(String written) {
        if (isSeen(written)) {
            close();
        }
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            fetched.values().forEach(each -> each.cancel(false));
            fetched.clear();
            listed.clear();
        }
    }
}
