package training.powerbi.lakehouse.files.local;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Why nothing can be kept in a folder, as a sentence to the operator.
///
/// @param folder such as `The data folder /srv/portal`
/// @param otherwise what to do when the folder cannot be mended, such as `name another folder`
record DiskRefusal(String folder, String otherwise) {

    /// What kept something from being written.
    PortalException of(Exception failure) {
        if (StorageFailure.isFull(failure)) {
            return new PortalException(
                    ErrorCode.STORAGE_FULL,
                    folder + " cannot be written: its disk is full. Free some space and start again; nothing was"
                            + " changed.",
                    failure);
        }
        return unavailable(folder + " cannot be written: " + what(failure) + ", or " + otherwise + ".", failure);
    }

    private static String what(Exception failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile()
                    + " is denied. Give the account that the portal runs as the right to write there";
        }
        var reason = reason(failure);
        if (reason.toLowerCase(Locale.ROOT).contains("read-only")) {
            return "its disk is read-only. Mount it for writing";
        }
        if (failure instanceof FileAlreadyExistsException
                || failure instanceof NotDirectoryException
                || reason.equals("Not a directory")) {
            return "it is a file, or lies below one. Move that away";
        }
        return "the disk said " + reason + ". Check it";
    }

    /// The folder's disk cannot do what is needed there.
    ///
    /// @param lack such as `has no hard links`
    /// @param danger what would be lost by it
    /// @param failure what the disk said; null when it did something else than it was told
    PortalException lacks(String lack, String danger, @Nullable Exception failure) {
        var said = failure == null ? "" : " (it said: " + reason(failure) + ")";
        return unavailable(
                folder + " cannot hold the tables: its disk " + lack + said + ". " + danger
                        + " Network shares, such as the /home of App Service, are often such disks. Take a folder on a"
                        + " disk of the machine itself: " + otherwise + ".",
                failure);
    }

    private static String reason(Exception failure) {
        var said = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return said == null ? failure.getClass().getSimpleName() : said;
    }

    private static PortalException unavailable(String sentence, @Nullable Exception cause) {
        return cause == null
                ? new PortalException(ErrorCode.STORAGE_UNAVAILABLE, sentence)
                : new PortalException(ErrorCode.STORAGE_UNAVAILABLE, sentence, cause);
    }
}
