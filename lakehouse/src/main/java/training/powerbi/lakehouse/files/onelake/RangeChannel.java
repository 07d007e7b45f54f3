package training.powerbi.lakehouse.files.onelake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.files.RequestMark;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;

/// Reads a blob by ranges. Who reads on gets larger ones, and the next is on its way while the last is used; who only
/// looks at a few bytes pays for few. Of use to one thread.
///
/// Of a blob that is deleted meanwhile, what was read ahead can still be read.
final class RangeChannel implements SeekableByteChannel {
    private static final int FIRST = 64 * 1024;
    /// A paused player keeps two of these in memory.
    private static final int MOST = 1024 * 1024;

    private final Content content;
    private final LakehouseBlobs blobs;
    private long position;
    private int wanted = FIRST;
    private long start;
    private byte[] bytes = new byte[0];
    private @Nullable CompletableFuture<byte[]> ahead;
    private boolean closed;

    private RangeChannel(Content content, LakehouseBlobs blobs) {
        this.content = content;
        this.blobs = blobs;
    }

    /// @throws training.powerbi.model.error.PortalException NOT_FOUND when the blob is gone
    static RangeChannel open(Content content, LakehouseBlobs blobs) {
        var channel = new RangeChannel(content, blobs);
        try {
            if (content.size() > 0) {
                channel.fill();
            }
            return channel;
        } catch (FileNotFoundException e) {
            throw OneLakeBlob.missing();
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (position >= content.size()) {
            return -1;
        }
        if (!target.hasRemaining()) {
            return 0;
        }
        if (position < start || position >= start + bytes.length) {
            fill();
        }
        var from = Math.toIntExact(position - start);
        var count = Math.min(target.remaining(), bytes.length - from);
        target.put(bytes, from, count);
        position += count;
        return count;
    }

    private void fill() throws IOException {
        var readingOn = bytes.length > 0 && position == start + bytes.length;
        wanted = readingOn ? Math.min(MOST, wanted * 2) : FIRST;
        var waiting = ahead;
        bytes = readingOn && waiting != null ? arrived(waiting) : content.read(blobs, position, wanted);
        start = position;
        if (bytes.length == 0) {
            throw new IOException("The file became shorter");
        }
        var next = start + bytes.length;
        ahead = readingOn && next < content.size() ? sent(next, Math.min(MOST, wanted * 2)) : null;
    }

    private CompletableFuture<byte[]> sent(long from, int count) {
        var read = RequestMark.carried(() -> content.read(blobs, from, count));
        return CompletableFuture.supplyAsync(() -> unchecked(read), Thread::startVirtualThread);
    }

    private static byte[] unchecked(Callable<byte[]> read) {
        try {
            return read.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new UncheckedIOException(e instanceof IOException failed ? failed : new IOException(e));
        }
    }

    private static byte[] arrived(CompletableFuture<byte[]> waiting) throws IOException {
        try {
            return waiting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException failed
                    ? failed.getCause()
                    : new IOException("The file cannot be read", e);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("Negative position");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        ahead = null;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
