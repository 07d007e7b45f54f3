package training.powerbi.lakehouse.files.copy;

import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import training.powerbi.lakehouse.files.AwayException;
import training.powerbi.lakehouse.files.OutcomeUnknownException;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.WholeFile;
import training.powerbi.lakehouse.files.local.CopyFolder;

/// A store's files with copies of those that never change: read from there where that is as good, and all that is
/// read while the place is away. Nothing is written then.
final class CopyingFiles implements StoreFiles {
    private final StoreFiles place;
    private final Copies copies;
    private final Reach reach;
    private final Map<String, Long> times = new ConcurrentHashMap<>();
    private final Map<String, Long> heads = new ConcurrentHashMap<>();
    // While the place is away no copy comes or goes.
    private final Map<String, TableCopies> whileAway = new ConcurrentHashMap<>();

    CopyingFiles(StoreFiles place, Copies copies, Reach reach) {
        this.place = place;
        this.copies = copies;
        this.reach = reach;
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String filePath) throws IOException {
        if (reach.isAway()) {
            return Utils.toCloseableIterator(listed(filePath.substring(0, filePath.lastIndexOf('/'))).stream()
                    .filter(file -> file.getPath().compareTo(filePath) >= 0)
                    .iterator());
        }
        var found = new ArrayList<FileStatus>();
        try (var files = place.listFrom(filePath)) {
            while (files.hasNext()) {
                found.add(files.next());
            }
        }
        for (var file : found) {
            if (CopiedPaths.isLog(file.getPath())) {
                times.put(file.getPath(), file.getModificationTime());
                copies.confirm(file);
            }
        }
        return Utils.toCloseableIterator(found.iterator());
    }

    /// What can be read of the folder's copies.
    private List<FileStatus> listed(String folder) {
        var log = (folder + "/").endsWith(CopiedPaths.LOG);
        var table = log ? whileAway(CopiedPaths.table(folder + "/")) : null;
        return copies.folder().list(folder).stream()
                .filter(copy -> copy.path().lastIndexOf('/') == folder.length())
                .filter(copy -> table == null || table.serves(copy.path()))
                .map(copy -> FileStatus.of(copy.path(), copy.size(), 1))
                .toList();
    }

    private TableCopies whileAway(String table) {
        return whileAway.computeIfAbsent(table, each -> TableCopies.of(copies.folder(), each));
    }

    /// What can be read while the place is away.
    private Optional<CopyFolder.Copy> old(String path) {
        return CopiedPaths.isData(path) || whileAway(CopiedPaths.table(path)).serves(path)
                ? copies.findOld(path)
                : Optional.empty();
    }

    /// The place is back: the log of each table must go on where this process stopped reading.
    ///
    /// @throws MovedOnException when it does not
    void requireSameLogs() throws IOException {
        for (var head : heads.entrySet()) {
            var log = head.getKey() + CopiedPaths.LOG;
            var versions = place.names(log.substring(0, log.length() - 1)).stream()
                    .map(name -> CopiedPaths.version(log + name))
                    .collect(Collectors.toCollection(TreeSet::new));
            var newest = versions.isEmpty() ? -1 : versions.last();
            var goesOn = newest == head.getValue() || versions.contains(head.getValue() + 1);
            if (!goesOn || (versions.contains(head.getValue()) && isAnother(log, head.getValue()))) {
                throw new MovedOnException(head.getKey());
            }
        }
        whileAway.clear();
    }

    /// Whether the commit says something else than its copy: the table was made anew, as by a restore.
    private boolean isAnother(String log, long version) throws IOException {
        var path = log + String.format(Locale.ROOT, "%020d.json", version);
        var copy = copies.findOld(path);
        try {
            return copy.isPresent() && !Arrays.equals(copy.get().bytes(), place.bytes(path));
        } catch (FileNotFoundException e) {
            // Only its checkpoint is left.
            return false;
        }
    }

    private void read(String path, boolean away) {
        var version = CopiedPaths.version(path);
        if (version >= 0) {
            heads.merge(CopiedPaths.table(path), version, Math::max);
        }
        if (!away && !whileAway.isEmpty()) {
            whileAway.clear();
        }
    }

    @Override
    public boolean isFar() {
        return !reach.isAway() && place.isFar();
    }

    @Override
    public List<String> names(String folder) throws IOException {
        var whole = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
        return reach.isAway()
                ? listed(whole).stream()
                        .map(file -> file.getPath().substring(whole.length() + 1))
                        .toList()
                : place.names(folder);
    }

    @Override
    public List<String> tree(String folder) throws IOException {
        reach.require();
        return place.tree(folder);
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        var copy = reach.isAway() ? old(path) : copies.find(path).filter(_ -> CopiedPaths.isData(path));
        if (copy.isPresent()) {
            return status(path, copy.get());
        }
        if (reach.isAway()) {
            throw new FileNotFoundException(path);
        }
        return place.getFileStatus(path);
    }

    private static FileStatus status(String path, CopyFolder.Copy copy) {
        return FileStatus.of(path, copy.bytes().length, Math.max(1, copy.modified()));
    }

    @Override
    public byte[] bytes(String path) throws IOException {
        return read(path);
    }

    byte[] read(String path) throws IOException {
        var away = reach.isAway();
        var copy = away ? old(path) : copies.find(path);
        if (copy.isPresent()) {
            read(path, away);
            return copy.get().bytes();
        }
        if (away) {
            if (CopiedPaths.isData(path)) {
                throw new AwayException("There is no copy of " + path + " on this server's disk.");
            }
            throw new FileNotFoundException(path);
        }
        byte[] bytes;
        try (var stream = place.newInputFile(path, 0).newStream()) {
            bytes = stream.readAllBytes();
        }
        read(path, false);
        copies.keep(path, bytes, times.getOrDefault(path, 0L));
        return bytes;
    }

    /// @param atomic and so only under a name that is free
    void write(String path, byte[] bytes, boolean atomic) throws IOException {
        reach.require();
        try (var stream = place.newOutputFile(path).create(atomic)) {
            stream.write(bytes, 0, bytes.length);
        } catch (OutcomeUnknownException e) {
            throw onceBack(path, bytes, e);
        }
        written(path, bytes);
    }

    private void written(String path, byte[] bytes) {
        read(path, false);
        copies.keep(path, bytes, 0);
    }

    /// What became of it is not asked while the place is away.
    private OutcomeUnknownException onceBack(String path, byte[] bytes, OutcomeUnknownException doubt) {
        return new OutcomeUnknownException(String.valueOf(doubt.getMessage()), doubt, () -> {
            reach.require();
            try {
                doubt.repeat();
            } catch (OutcomeUnknownException still) {
                throw onceBack(path, bytes, still);
            }
            written(path, bytes);
        });
    }

    /// Sees to the copies: asks for the times of what was written, fetches what there should be a copy of, and removes
    /// what is of no use any more.
    ///
    /// @param sweep whether to look through all of them
    void keepUp(boolean sweep) throws IOException {
        for (var path : copies.withoutTime()) {
            copies.time(place.getFileStatus(path));
        }
        if (sweep) {
            for (var table : heads.keySet()) {
                for (var missing : TableCopies.of(copies.folder(), table).missing()) {
                    read(missing);
                }
            }
            copies.sweep(List.copyOf(heads.keySet()));
        }
    }

    @Override
    public InputFile newInputFile(String path, long fileSize) {
        return new WholeFile(path, () -> read(path));
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return new CopiedOutputFile(this, path);
    }

    @Override
    public boolean delete(String path) throws IOException {
        reach.require();
        copies.drop(path);
        return place.delete(path);
    }

    @Override
    public void copyFileAtomically(String srcPath, String destPath, boolean overwrite) throws IOException {
        reach.require();
        place.copyFileAtomically(srcPath, destPath, overwrite);
        copies.drop(destPath);
    }

    @Override
    public void requirePlace() throws IOException {
        reach.require();
        place.requirePlace();
    }

    @Override
    public void probe(String folder) throws IOException {
        reach.require();
        place.probe(folder);
    }

    @Override
    public void forceFolder(String folder) throws IOException {
        place.forceFolder(folder);
    }

    @Override
    public boolean mkdirs(String path) throws IOException {
        return place.mkdirs(path);
    }

    @Override
    public String resolvePath(String path) throws IOException {
        return place.resolvePath(path);
    }

    @Override
    public Optional<String> getConf(String confKey) {
        return place.getConf(confKey);
    }
}
