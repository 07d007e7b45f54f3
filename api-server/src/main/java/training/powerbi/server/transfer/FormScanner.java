package training.powerbi.server.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Finds the parts of a multipart body (RFC 2046, 5.1) in large steps. Every byte is given on as soon as it is known to
/// be content: a slow sender is seen as slow.
final class FormScanner {
    private static final int BUFFER = 256 * 1024;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final Delimiter HEAD_END = new Delimiter(ascii("\r\n\r\n"));

    private final InputStream source;
    private final Delimiter delimiter;
    private final byte[] buffer = new byte[BUFFER];
    /// What was read and not given on is between `from` and `to`; up to `known` it is content.
    private int from;

    private int to;
    private int known;
    private boolean atDelimiter;
    private int part;

    FormScanner(InputStream source, byte[] boundary) {
        this.source = source;
        var text = new byte[boundary.length + 4];
        System.arraycopy(ascii("\r\n--"), 0, text, 0, 4);
        System.arraycopy(boundary, 0, text, 4, boundary.length);
        this.delimiter = new Delimiter(text);
        // The first delimiter may be the first line.
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /// Goes to the next part, over what was not read of the one before.
    ///
    /// @return false after the last
    /// @throws IOException also when the body is not well-formed, or ends too early
    boolean next() throws IOException {
        while (seek()) {
            from = known;
        }
        part++;
        from += delimiter.length();
        atDelimiter = false;
        known = from;
        require(2);
        if (buffer[from] == '-' && buffer[from + 1] == '-') {
            return false;
        }
        while (buffer[from] == ' ' || buffer[from] == '\t') {
            from++;
            require(2);
        }
        if (buffer[from] != '\r' || buffer[from + 1] != '\n') {
            throw new IOException("A line with a boundary goes on after it");
        }
        return true;
    }

    /// The part's header lines, each with the end of the line before it; to be asked for once, and first.
    String head() throws IOException {
        int end = findHeadEnd();
        while (end < 0) {
            if (to - from > LONGEST_HEAD) {
                throw new IOException("The headers of a part are too long");
            }
            require(to - from + 1);
            end = findHeadEnd();
        }
        var head = new String(buffer, from, end - from, StandardCharsets.UTF_8);
        from = end + HEAD_END.length();
        known = from;
        return head;
    }

    private int findHeadEnd() {
        return HEAD_END.find(buffer, from, Math.min(to, from + LONGEST_HEAD));
    }

    InputStream content() {
        return new Content();
    }

    /// Reads until there is content to give on.
    ///
    /// @return false when the part ends here
    private boolean seek() throws IOException {
        while (from == known) {
            if (atDelimiter) {
                return false;
            }
            // What was read before may hold the delimiter still.
            if (!find()) {
                require(to - from + 1);
                find();
            }
        }
        return true;
    }

    /// @return whether anything came to be known
    private boolean find() {
        int at = delimiter.find(buffer, from, to);
        atDelimiter = at >= 0;
        known = atDelimiter ? at : to - delimiter.begun(buffer, from, to);
        return atDelimiter || known > from;
    }

    /// Reads on until so many bytes are there.
    private void require(int count) throws IOException {
        if (from + count > BUFFER || from == to) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            known = Math.max(0, known - from);
            from = 0;
        }
        while (to - from < count) {
            int read = source.read(buffer, to, BUFFER - to);
            if (read < 0) {
                throw new EOFException("The form ends before its last boundary");
            }
            to += read;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private final class Content extends InputStream {
        private final int own = part;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (own != part) {
                throw new IOException("The form has been read on from this part");
            }
            if (length == 0) {
                return 0;
            }
            if (!seek()) {
                return -1;
            }
            int count = Math.min(length, known - from);
            System.arraycopy(buffer, from, target, offset, count);
            from += count;
            return count;
        }
    }
}
