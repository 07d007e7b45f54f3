package training.powerbi.lakehouse.mirror;

import io.delta.kernel.internal.actions.AddFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// One table's copy. What is there already, its own log says: nothing has to be remembered here, and whoever stops at
/// any moment goes on from there.
final class TableMirror {
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(TableMirror.class);
    private static final int AT_ONCE = 32;
    private static final long NOTHING = -1;

    private final LocalTable here;
    private final LakehouseBlobs blobs;
    private final String folder;
    private final CheckpointMirror checkpoints;
    private volatile long there = UNKNOWN;

    /// @param folder the copy's, from the lakehouse's root on
    TableMirror(LocalTable here, LakehouseBlobs blobs, String folder) {
        this.here = here;
        this.blobs = blobs;
        this.folder = folder;
        this.checkpoints = new CheckpointMirror(here, blobs, folder);
    }

    LocalTable here() {
        return here;
    }

    String folder() {
        return folder;
    }

    /// The newest version that is there; -1 for none, [#UNKNOWN] before the first look.
    long there() {
        return there;
    }

    boolean isInStep() throws IOException {
        return there != UNKNOWN && there >= here.newest();
    }

    /// How many commits are to be brought.
    long behind() throws IOException {
        var newest = here.newest();
        return there == NOTHING ? newest - Math.max(0, lowest()) + 1 : Math.max(0, newest - there);
    }

    /// Since when the oldest of them has waited.
    Instant waitingSince(Instant now) throws IOException {
        return behind() == 0 ? now : here.writtenAt(there == NOTHING ? lowest() : there + 1, now);
    }

    private long lowest() throws IOException {
        var commits = here.names().commits();
        return commits.isEmpty() ? 0 : commits.first();
    }

    /// Looks what is there, and whether it is a copy of what is here.
    ///
    /// @return whether there is anything
    boolean look() throws IOException, RefusedMirrorException {
        var found = LogNames.of(blobs.list(folder + LogNames.FOLDER, false).stream()
                .map(blob -> blob.path().substring(folder.length() + LogNames.FOLDER.length()))
                .toList());
        if (!found.isWhole()) {
            throw RefusedMirrorException.incomplete(here.name());
        }
        if (found.commits().isEmpty()) {
            there = NOTHING;
            return false;
        }
        requireEqual(found.newest());
        checkpoints.found(found.checkpoints());
        if (!found.isReadable()) {
            finishBeginning(found);
        }
        there = found.commits().isEmpty() ? NOTHING : found.newest();
        return true;
    }

    /// A commit is unlike any other, so that one tells of all before it.
    private void requireEqual(long version) throws IOException, RefusedMirrorException {
        if (version > here.newest()) {
            throw RefusedMirrorException.diverged(here.name(), here.newest() + 1);
        }
        var ours = here.logFile(LogNames.commit(version))
                .orElseThrow(() -> RefusedMirrorException.tooOld(here.name(), "version " + version));
        var theirs =
                blobs.read(folder + LogNames.FOLDER + LogNames.commit(version)).body();
        if (!Arrays.equals(ours, theirs)) {
            throw RefusedMirrorException.diverged(here.name(), version);
        }
    }

    /// The copy of a log that no longer begins with version 0 broke off before its first checkpoint was there. Nobody
    /// can have read it yet.
    private void finishBeginning(LogNames found) throws IOException, RefusedMirrorException {
        var first = found.commits().first();
        if (found.commits().size() > 1) {
            throw RefusedMirrorException.incomplete(here.name());
        }
        if (!checkpoints.bring(first)) {
            blobs.delete(folder + LogNames.FOLDER + LogNames.commit(first));
            found.commits().clear();
        }
    }

    /// Brings some of what is missing.
    ///
    /// @return whether more is to be brought
    boolean push() throws IOException, RefusedMirrorException {
        if (there == UNKNOWN) {
            look();
        }
        var newest = here.newest();
        if (newest < 0) {
            return false;
        }
        if (newest > there) {
            here.force();
        }
        if (there == NOTHING && newest > 0) {
            begin(newest);
        }
        var last = Math.min(newest, there + AT_ONCE);
        var commits = new ArrayList<Commit>();
        var files = new ArrayList<AddFile>();
        for (var version = there + 1; version <= last; version++) {
            var commit = commit(version);
            commits.add(commit);
            files.addAll(commit.files());
        }
        upload(files);
        for (var commit : commits) {
            putCommit(commit);
        }
        checkpoints.bringNewest(there);
        return last < newest;
    }

    /// @param files the data files it adds
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Commit(long version, byte[] bytes, List<AddFile> files) {}

    private Commit commit(long version) throws IOException, RefusedMirrorException {
        try {
            var said = here.read(version);
            var bytes = here.logFile(LogNames.commit(version)).orElseThrow(FileNotFoundException::new);
            return new Commit(version, bytes, said.adds());
        } catch (FileNotFoundException e) {
            LOG.debug("Version {} of {} is gone", version, here.name(), e);
            throw RefusedMirrorException.tooOld(here.name(), "version " + version);
        }
    }

    /// With the table as it is now: data files of its past may have been tidied away. A checkpoint stands for what was
    /// before; until it is there, nobody takes the folder for a table.
    private void begin(long newest) throws IOException, RefusedMirrorException {
        here.checkpoint(newest);
        upload(here.files(newest));
        putCommit(commit(newest));
        if (!checkpoints.bring(newest)) {
            there = UNKNOWN;
            throw new IOException("The checkpoint of version " + newest + " was tidied away meanwhile");
        }
    }

    private void upload(List<AddFile> files) throws IOException, RefusedMirrorException {
        var uploads = new ArrayList<Uploads.Upload>();
        for (var file : files) {
            uploads.add(() -> blobs.put(remote(file), here.data(file)));
        }
        Uploads.run(uploads);
    }

    private String remote(AddFile file) throws RefusedMirrorException {
        var path = URI.create(file.getPath());
        if (path.isAbsolute() || path.getPath().startsWith("/")) {
            throw RefusedMirrorException.tooOld(
                    here.name(), "the data file " + file.getPath() + " outside of its folder");
        }
        return folder + "/" + path.getPath();
    }

    private void putCommit(Commit commit) throws IOException, RefusedMirrorException {
        try {
            blobs.putIfAbsent(folder + LogNames.FOLDER + LogNames.commit(commit.version()), commit.bytes());
        } catch (FileAlreadyExistsException e) {
            LOG.debug("{} is taken", commit.version(), e);
            throw RefusedMirrorException.diverged(here.name(), commit.version());
        }
        there = commit.version();
    }
}
