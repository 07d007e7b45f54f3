package training.powerbi.lakehouse.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.files.local.BackupFolder;
import training.powerbi.lakehouse.files.local.LocalHome;
import training.powerbi.lakehouse.files.onelake.OneLakeHome;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Backups of one store into folders of this machine, and restores from them. A server may be at work in the store
/// while it is backed up, in this process or in another: nothing of it is taken or changed.
///
/// A backup is what the disk would hold had its power gone at one instant: all that was acknowledged before it began,
/// every table at the same instant, and nothing half. The files beside the tables are those at that instant, or newer.
public final class Backups {
    private final StoreHome home;
    private final Consumer<Path> allowed;
    private final Clock clock;

    Backups(StoreHome home, Consumer<Path> allowed, Clock clock) {
        this.home = home;
        this.allowed = allowed;
        this.clock = clock;
    }

    /// Of the store in a folder of this machine.
    public static Backups of(Path folder, Clock clock) {
        return new Backups(new LocalHome(folder), target -> BackupFolder.requireApart(folder, target), clock);
    }

    /// Of the store in a lakehouse in Fabric.
    public static Backups of(OneLakePlace place, Clock clock) {
        return new Backups(new OneLakeHome(place, clock), target -> {}, clock);
    }

    /// Makes a backup in the folder, beside those that are there, of which it shares what has not changed.
    ///
    /// @throws PortalException STORAGE_FULL or STORAGE_UNAVAILABLE saying what is wrong and what to do; earlier
    /// backups are as whole as before
    public BackupReport backUp(Path folder) {
        allowed.accept(folder);
        home.requireThere();
        try (var target = BackupFolder.toWrite(folder)) {
            return new BackupRun(home, target.blobs(), clock).run();
        } catch (PortalException e) {
            throw e.code() == ErrorCode.STORAGE_FULL && e.getCause() != null ? full(folder, e) : e;
        } catch (IOException | RuntimeException e) {
            var failure = StorageFailure.of(e);
            throw failure.code() == ErrorCode.STORAGE_FULL ? full(folder, failure) : unreadable(e);
        }
    }

    private static PortalException full(Path folder, PortalException failure) {
        return new PortalException(
                ErrorCode.STORAGE_FULL,
                "The disk of " + folder + " is full. This backup was not finished; those before it are whole. Free some"
                        + " space and begin again: what was copied is not copied twice.",
                failure);
    }

    private static PortalException unreadable(Throwable failure) {
        return new PortalException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "The backup was not finished: " + failure.getMessage()
                        + ". Run --store-check, which says what is damaged.",
                failure);
    }

    /// The backups in a folder, the oldest first.
    public static List<String> in(Path folder) {
        return new Shelf(BackupFolder.toRead(folder)).ids();
    }

    /// Drops the older backups of a folder, and all that only they need.
    ///
    /// @param most how many stay, the newest; at least 1
    /// @throws PortalException saying what is wrong and what to do; those that stay are as whole as before
    public static PruneReport prune(Path folder, int most) {
        if (most < 1) {
            throw PortalException.badInput("keep", "At least one backup must stay.");
        }
        try (var target = BackupFolder.toWrite(folder)) {
            return new Prune(target.blobs()).run(most);
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    /// Brings a backup of the folder into the store, which must be empty.
    ///
    /// @param id which; empty for the newest
    /// @throws PortalException saying what is wrong and what to do; a store that was not empty is as it was
    public RestoreReport restore(Path folder, Optional<String> id) {
        allowed.accept(folder);
        var blobs = BackupFolder.toRead(folder);
        var shelf = new Shelf(blobs);
        var ids = shelf.ids();
        if (ids.isEmpty()) {
            throw PortalException.badInput(
                    "folder",
                    "There is no finished backup in " + folder
                            + ": one that broke off does not count. Name the folder that --backup was given.");
        }
        var chosen = id.orElse(ids.getLast());
        try {
            return new Restore(home, new Content(blobs), clock).run(chosen, shelf.read(chosen));
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }
}
