package training.powerbi.lakehouse.mirror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// Brings a table's checkpoints once the commits they cover are there, and then the file that points at the newest.
final class CheckpointMirror {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointMirror.class);
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final LocalTable here;
    private final LakehouseBlobs blobs;
    private final String log;
    private final Set<Long> there = new HashSet<>();
    private byte[] pointer = {};

    CheckpointMirror(LocalTable here, LakehouseBlobs blobs, String folder) {
        this.here = here;
        this.blobs = blobs;
        this.log = folder + LogNames.FOLDER;
    }

    /// Takes note of those that are there.
    void found(Map<Long, List<String>> checkpoints) {
        there.clear();
        there.addAll(checkpoints.keySet());
    }

    /// Brings the checkpoint of the version.
    ///
    /// @return false when there is none here
    boolean bring(long version) throws IOException {
        if (there.contains(version)) {
            return true;
        }
        var names = here.names().checkpoints().getOrDefault(version, List.of());
        for (var name : names) {
            var bytes = here.logFile(name);
            if (bytes.isEmpty() || !isWhole(bytes.get())) {
                LOG.debug("{} is gone or damaged", name);
                return false;
            }
            put(log + name, bytes.get());
        }
        return !names.isEmpty() && there.add(version);
    }

    /// Any checkpoint of a version is as good as another.
    private void put(String path, byte[] bytes) throws IOException {
        try {
            blobs.putIfAbsent(path, bytes);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("{} is there", path, e);
        }
    }

    private static boolean isWhole(byte[] parquet) {
        var length = parquet.length;
        return length > 2 * MAGIC.length
                && Arrays.equals(parquet, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && Arrays.equals(parquet, length - MAGIC.length, length, MAGIC, 0, MAGIC.length);
    }

    /// Brings the newest one, unless it covers more than is there.
    ///
    /// @param newest the newest version that is there
    void bringNewest(long newest) throws IOException {
        var said = here.logFile(LogNames.LAST_CHECKPOINT);
        if (said.isEmpty() || Arrays.equals(said.get(), pointer)) {
            return;
        }
        var version = version(said.get());
        if (version >= 0 && version <= newest && bring(version)) {
            blobs.put(log + LogNames.LAST_CHECKPOINT, said.get());
            pointer = said.get();
        }
    }

    private static long version(byte[] pointer) {
        try {
            return JsonMapper.shared().readTree(pointer).path("version").asLong(-1);
        } catch (JacksonException e) {
            LOG.debug("The pointer is no JSON", e);
            return -1;
        }
    }
}
