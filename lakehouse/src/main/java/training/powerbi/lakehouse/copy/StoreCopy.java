package training.powerbi.lakehouse.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Pacing;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.files.local.LocalHome;
import training.powerbi.lakehouse.files.onelake.OneLakeHome;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Copies tables, with all their versions, and blobs. A mark in the target says that it is not whole until all was
/// compared: a copy that broke off goes on when it is started again, and no server starts on half of one.
public final class StoreCopy {
    static final String FOLDER = "copy";

    private static final BlobName MARK = BlobName.of(FOLDER, "unfinished");

    private final StoreHome source;
    private final StoreHome target;
    private final StoreHome witness;
    private final Consumer<String> says;

    /// @param witness the target once more, for reading what is really there
    public StoreCopy(StoreHome source, StoreHome target, StoreHome witness, Consumer<String> says) {
        this.source = source;
        this.target = target;
        this.witness = witness;
        this.says = says;
    }

    /// Copies the store in a folder into a lakehouse that has none, and returns when all is there and was compared. No
    /// server may be at work in either. What broke off goes on when it is called again.
    ///
    /// @param instance names this program among those that have the lakehouse open
    /// @param says is told what is copied
    /// @throws PortalException saying why it cannot be, with nothing done to a target that was not empty
    public static CopyReport toLakehouse(
            Path folder, OneLakePlace place, String instance, Clock clock, Consumer<String> says) throws IOException {
        var target = new OneLakeHome(place, instance, Pacing.USUAL, clock);
        var witness = new OneLakeHome(place, instance, Pacing.USUAL, clock);
        return new StoreCopy(new LocalHome(folder), target, witness, says)
                .run("the folder " + folder.toAbsolutePath().normalize());
    }

    /// As [#toLakehouse], the other way.
    public static CopyReport toFolder(
            OneLakePlace place, Path folder, String instance, Clock clock, Consumer<String> says) throws IOException {
        var target = new LocalHome(folder);
        return new StoreCopy(new OneLakeHome(place, instance, Pacing.USUAL, clock), target, target, says)
                .run("lakehouse " + place.lakehouse());
    }

    /// Looks whether the store is half a copy.
    ///
    /// @throws PortalException STORAGE_UNAVAILABLE if so
    public static void requireWhole(BlobStore blobs) {
        if (blobs.find(MARK).isPresent()) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "This store is a copy that was not finished. Run the same --copy-store again before a server starts.");
        }
    }

    /// Returns once the target has all that the source has.
    ///
    /// @param origin names the source, for the mark
    /// @throws PortalException saying why it cannot be, with nothing done to a target that was not empty
    public CopyReport run(String origin) throws IOException {
        source.requireFree();
        target.requireFree();
        try (var from = source.lease();
                var to = target.lease()) {
            requireWhole(from.blobs());
            var tables = new TableFiles(source, target, witness, says);
            var blobs = new BlobFiles(from.blobs(), to.blobs(), says);
            claim(to.blobs(), origin, tables, blobs);
            blobs.copy();
            tables.copy();
            says.accept("Comparing.");
            var report = tables.compare(blobs.compare());
            to.blobs().delete(MARK);
            return report;
        }
    }

    private static void claim(BlobStore to, String origin, TableFiles tables, BlobFiles blobs) throws IOException {
        if (tables.isSourceEmpty()) {
            throw new PortalException(ErrorCode.NOT_FOUND, "There are no tables in " + origin + ": nothing to copy.");
        }
        var begun = begun(to);
        if (begun == null && (tables.isTargetUsed() || blobs.isTargetUsed())) {
            throw new PortalException(
                    ErrorCode.CONFLICTING_UPDATE,
                    "There are tables or files where the copy is to go, and they stay as they are. Choose an empty place.");
        }
        if (begun != null && !begun.equals(origin)) {
            throw new PortalException(
                    ErrorCode.CONFLICTING_UPDATE,
                    "There is half a copy of another store (" + begun
                            + "). Finish that one, or choose an empty place.");
        }
        to.put(MARK, origin.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String begun(BlobStore to) throws IOException {
        var mark = to.find(MARK);
        return mark.isEmpty() ? null : new String(BlobFiles.bytes(mark.get()), StandardCharsets.UTF_8);
    }
}
