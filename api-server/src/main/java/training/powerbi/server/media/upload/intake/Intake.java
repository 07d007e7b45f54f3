package training.powerbi.server.media.upload.intake;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.BlobAppend;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.media.container.VideoInspector;
import training.powerbi.server.transfer.FileSpace;

/// Moves a request's bytes to the end of a blob through a few fixed blocks.
@Component
public class Intake {
    /// As often is looked whether there is space still.
    private static final long SPACE_CHECK = 64L * 1024 * 1024;

    private final FileSpace space;

    Intake(FileSpace space) {
        this.space = space;
    }

    /// How it went.
    ///
    /// @param bytes that were written
    /// @param whole false when the sender went away
    public record Received(long bytes, boolean whole) {}

    /// Where the bytes go, and what they must be.
    ///
    /// @param atMost more than this is TOO_LARGE
    /// @param begins whether they are the first of a file, which must then look like a video
    public record Destination(BlobAppend append, long atMost, boolean begins) {}

    /// Reads to the end, or as far as the sender gets. Nothing is committed.
    ///
    /// @param digests are updated with what was written
    /// @throws PortalException TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, or what the store throws
    public Received receive(InputStream source, Destination destination, List<MessageDigest> digests) {
        var sender = new BlockReader(source);
        try (var lane = new WritingLane(digests, destination.append())) {
            long total = 0;
            long nextCheck = SPACE_CHECK;
            boolean more = true;
            while (more) {
                more = sender.fill();
                var block = sender.bytes();
                if (block.remaining() > destination.atMost() - total) {
                    throw pastEnd();
                }
                if (total == 0 && destination.begins()) {
                    requireVideo(block);
                }
                total += block.remaining();
                sender.lend(lane.add(block));
                if (total >= nextCheck) {
                    nextCheck = total + SPACE_CHECK;
                    requireSpace();
                }
            }
            lane.await();
            return new Received(total, !sender.broken());
        }
    }

    private static void requireVideo(ByteBuffer head) {
        // Fewer bytes than that say nothing; the whole file is looked at in the end.
        if (head.remaining() >= VideoInspector.HEAD) {
            VideoInspector.admit(head.slice());
        }
    }

    private void requireSpace() {
        if (space.left() < 0) {
            throw full();
        }
    }

    public static PortalException pastEnd() {
        return new PortalException(
                ErrorCode.TOO_LARGE, "More bytes arrived than were announced or allowed; they were dropped.");
    }

    public static PortalException full() {
        return new PortalException(
                ErrorCode.STORAGE_FULL,
                "The portal's disk has no room for this file; remove old recordings or tell the portal's operator.");
    }
}
