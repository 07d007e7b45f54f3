package training.powerbi.lakehouse.files.onelake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// Makes one file of parts, and parts of one file.
final class PartsCopy {
    private PartsCopy() {}

    /// Turns the file into parts, so that more can follow it.
    static void toParts(LakehouseBlobs blobs, String path, Content whole) throws IOException {
        for (var at = 0L; at < whole.size() || at == 0; at += PartsAppend.PART) {
            var bytes = whole.read(blobs, at, PartsAppend.PART);
            blobs.put(Content.part(path, at, bytes.length == 0), bytes);
        }
        blobs.delete(path);
    }

    /// Writes the content to the path, where nothing is yet.
    ///
    /// @return false when something is there
    static boolean toWhole(LakehouseBlobs blobs, Content content, String path) throws IOException {
        if (content.size() <= PartsAppend.PART) {
            return isSmallThere(blobs, content, path);
        }
        var ids = new ArrayList<String>();
        var at = 0L;
        while (at < content.size()) {
            var bytes = content.read(blobs, at, PartsAppend.PART);
            // All ids of a blob must be equally long.
            var id = Base64.getEncoder()
                    .encodeToString(
                            String.format(Locale.ROOT, "%08d", ids.size()).getBytes(StandardCharsets.US_ASCII));
            blobs.putBlock(path, id, bytes);
            ids.add(id);
            at += bytes.length;
        }
        return blobs.putBlocks(path, ids, content.size());
    }

    /// Whether both have the same bytes.
    ///
    /// @param copy in one file
    static boolean isCopy(LakehouseBlobs blobs, Content original, Content copy) throws IOException {
        if (original.size() != copy.size()) {
            return false;
        }
        var at = 0L;
        while (at < original.size()) {
            var bytes = original.read(blobs, at, PartsAppend.PART);
            if (bytes.length == 0 || !Arrays.equals(bytes, copy.read(blobs, at, bytes.length))) {
                return false;
            }
            at += bytes.length;
        }
        return true;
    }

    private static boolean isSmallThere(LakehouseBlobs blobs, Content content, String path) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (bytes.size() < content.size()) {
            bytes.writeBytes(content.read(blobs, bytes.size(), PartsAppend.PART));
        }
        try {
            blobs.putIfAbsent(path, bytes.toByteArray());
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
