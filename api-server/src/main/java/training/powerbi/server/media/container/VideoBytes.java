package training.powerbi.server.media.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import training.powerbi.model.error.PortalException;

/// A file of which only small pieces are ever read, whatever sizes it claims.
final class VideoBytes {
    private static final int LARGEST_PIECE = 64 * 1024;

    private final SeekableByteChannel channel;
    private final long size;

    VideoBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
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
        var piece = ByteBuffer.allocate(length);
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
