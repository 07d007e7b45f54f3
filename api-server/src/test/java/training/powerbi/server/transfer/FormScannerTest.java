package training.powerbi.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormScannerTest {
    /// Few different letters, as in boundaries and content, so that almost-boundaries are everywhere.
    private static final String LETTERS = "-\r\nab";

    private static FormScanner scan(InputStream body, String boundary) {
        return new FormScanner(body, ascii(boundary));
    }

    private static FormScanner scan(String body) {
        return scan(new ByteArrayInputStream(ascii(body)), "b");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Gives the bytes in pieces of any size, as a network does.
    private static InputStream inPieces(byte[] bytes, Random random, int longest) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(longest)));
            }
        };
    }

    private static byte[] content(Random random, int length) {
        var content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return content;
    }

    private static byte[] form(String boundary, List<byte[]> contents) {
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < contents.size(); i++) {
            body.writeBytes(ascii((i == 0 ? "" : "\r\n") + "--" + boundary + "\r\nx: " + i + "\r\n\r\n"));
            body.writeBytes(contents.get(i));
        }
        body.writeBytes(ascii("\r\n--" + boundary + "--\r\n"));
        return body.toByteArray();
    }

    @Test
    void anyContentComesOutAsItWentInHoweverItIsCut() throws IOException {
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            // Three letters more than the content has keep the boundary out of it.
            var boundary = "-".repeat(random.nextInt(4)) + "ab" + "a".repeat(random.nextInt(8)) + "cde";
            var contents = new ArrayList<byte[]>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                contents.add(content(random, random.nextInt(random.nextBoolean() ? 30 : 3_000)));
            }
            var body = form(boundary, contents);
            var scanner = scan(inPieces(body, random, random.nextBoolean() ? 3 : 500), boundary);
            for (int i = 0; i < contents.size(); i++) {
                assertThat(scanner.next()).isTrue();
                assertThat(scanner.head()).isEqualTo("\r\nx: " + i);
                assertThat(scanner.content().readAllBytes()).isEqualTo(contents.get(i));
            }
            assertThat(scanner.next()).isFalse();
        }
    }

    @Test
    void partsLargerThanTheBufferAndTheirEndsAreFoundToo() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            int around = 256 * 1024 * (1 + random.nextInt(2));
            var contents = List.of(content(random, around - 60 + random.nextInt(120)), content(random, around));
            var scanner = scan(inPieces(form("abcde", contents), random, 100_000), "abcde");
            for (var content : contents) {
                assertThat(scanner.next()).isTrue();
                scanner.head();
                assertThat(scanner.content().readAllBytes()).isEqualTo(content);
            }
            assertThat(scanner.next()).isFalse();
        }
    }

    @Test
    void aBodyThatIsCutOffAnywhereIsNeverTakenForWhole() {
        var body = form("b", List.of(ascii("one"), ascii("two--b")));
        for (int cut = 0; cut < body.length - 4; cut++) {
            var scanner = scan(new ByteArrayInputStream(Arrays.copyOf(body, cut)), "b");
            assertThatThrownBy(() -> {
                        while (scanner.next()) {
                            scanner.head();
                            scanner.content().readAllBytes();
                        }
                    })
                    .as("cut at %d", cut)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPartThatIsNotReadIsPassedOver() throws IOException {
        var scanner = scan("preamble\r\n--b\r\nx: 0\r\n\r\none\r\n--b \t\r\nx: 1\r\n\r\ntwo\r\n--b--\r\nepilogue");

        assertThat(scanner.next()).isTrue();
        var passed = scanner.content();
        assertThat(scanner.next()).isTrue();
        assertThat(scanner.head()).isEqualTo("\r\nx: 1");
        assertThat(scanner.content().readAllBytes()).isEqualTo(ascii("two"));
        assertThatThrownBy(passed::read).isInstanceOf(IOException.class);
        assertThat(scanner.next()).isFalse();
    }

    @Test
    void contentIsGivenOnBeforeMoreOfItComes() throws IOException {
        var slow = new ByteArrayInputStream(ascii("--b\r\nx: 0\r\n\r\n12345")) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, 1);
            }
        };
        var scanner = scan(slow, "b");
        scanner.next();
        scanner.head();

        for (char digit = '1'; digit <= '5'; digit++) {
            assertThat(scanner.content().read()).isEqualTo(digit);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--", "no boundary at all", "--bc\r\nx: 0\r\n\r\n1\r\n--b--", "--b\nx: 0\n\n1\n--b--"})
    void whatIsNoFormIsSeenAsNone(String body) {
        assertThatThrownBy(() -> scan(body).next()).isInstanceOf(IOException.class);
    }

    @Test
    void endlessHeadersAreNotRead() throws IOException {
        var scanner = scan("--b\r\nx: " + "y".repeat(100_000) + "\r\n\r\n1\r\n--b--");
        scanner.next();

        assertThatThrownBy(scanner::head).isInstanceOf(IOException.class);
    }
}
