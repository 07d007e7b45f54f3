package training.powerbi.server.media.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// A file of which only small pieces are ever read, whatever sizes it claims.
final class VideoBytes {
    private static final int LARGEST_PIECE = 64 * 1024;
    /// What stands close together is read at once.
    private static final int AHEAD = 8 * 1024;

    private final @Nullable SeekableByteChannel channel;
    private final long size;
    /// The piece of the file that is at hand.
    private ByteBuffer hand;

    private long handFrom;

    VideoBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        this.hand = ByteBuffer.allocate(AHEAD).limit(0);
    }

    private VideoBytes(ByteBuffer beginning) {
        this.channel = null;
        this.size = Long.MAX_VALUE / 2;
        this.hand = beginning.slice();
    }

    /// A file of which no more than its beginning has arrived.
    static VideoBytes beginning(ByteBuffer bytes) {
        return new VideoBytes(bytes);
    }

    long size() {
        return size;
    }

    /// Exactly that many bytes, big-endian.
    ///
    /// @throws PortalException when the file ends before
    ByteBuffer read(long position, int length) throws IOException {
        if (position < 0 || length > LARGEST_PIECE || position > size - length) {
            throw cutOff();
        }
        if (position >= handFrom && position + length <= handFrom + hand.limit()) {
            return hand.slice((int) (position - handFrom), length);
        }
        if (channel == null) {
            throw cutOff();
        }
        if (length > AHEAD) {
            return fill(channel, ByteBuffer.allocate(length), position);
        }
        hand = fill(channel, ByteBuffer.allocate(AHEAD).limit((int) Math.min(AHEAD, size - position)), position);
        handFrom = position;
        return hand.slice(0, length);
    }

    private static ByteBuffer fill(SeekableByteChannel channel, ByteBuffer piece, long position) throws IOException {
        channel.position(position);
        while (piece.hasRemaining()) {
            if (channel.read(piece) < 0) {
                throw cutOff();
            }
        }
        return piece.flip();
    }

    /// Up to that many bytes; fewer at the end of the file.
    ByteBuffer peek(long position, int length) throws IOException {
        return read(position, (int) Math.min(length, Math.max(0, size - position)));
    }

    static PortalException cutOff() {
        return PortalException.badInput(
                "file", "The video is cut off: a part of it is missing. Export or copy it again and upload the whole.");
    }

    static PortalException damaged() {
        return PortalException.badInput(
                "file", "The video is damaged, or something else was put into its file. Export it again.");
    }
}
