package training.powerbi.server.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.testing.TinyVideos;

class VideoInspectorTest {
    @TempDir
    private Path folder;

    @Test
    void aRealMp4TellsItsLengthAndPictures() throws IOException {
        var facts = inspect(TinyVideos.real(7, folder));

        assertThat(facts.container()).isEqualTo(Container.MP4);
        assertThat(facts.duration()).contains(Duration.ofSeconds(7));
        assertThat(facts.width()).isEqualTo(64);
        assertThat(facts.height()).isEqualTo(48);
    }

    static Stream<byte[]> videos() {
        return Stream.of(
                TinyVideos.mp4(90, 3_000),
                TinyVideos.mp4WithLateDescription(90, 3_000),
                TinyVideos.webm(90, false),
                TinyVideos.webm(90, true));
    }

    @ParameterizedTest
    @MethodSource("videos")
    void eachContainerTellsItsLengthAndPictures(byte[] video) throws IOException {
        var facts = inspect(video);

        assertThat(facts.duration()).contains(Duration.ofSeconds(90));
        assertThat(facts.width()).isEqualTo(640);
        assertThat(facts.height()).isEqualTo(360);
    }

    @ParameterizedTest
    @MethodSource("videos")
    void aVideoThatIsCutOffIsRefusedWhereverItIsCut(byte[] video) throws IOException {
        var random = new Random(1);
        boolean endless = Arrays.equals(video, TinyVideos.webm(90, true));
        for (int round = 0; round < 60; round++) {
            int length = random.nextInt(video.length);
            if (!endless || !isWhole(Arrays.copyOf(video, length))) {
                assertThat(refusal(Arrays.copyOf(video, length)))
                        .as("cut at %s of %s", length, video.length)
                        .isIn(ErrorCode.BAD_USER_INPUT, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
            }
        }
    }

    /// What was written live may end after any of its parts.
    private boolean isWhole(byte[] video) throws IOException {
        return refusal(video) == null;
    }

    @ParameterizedTest
    @MethodSource("videos")
    void somethingBehindTheVideoIsRefused(byte[] video) throws IOException {
        assertThat(refusal(TinyVideos.join(video, TinyVideos.ascii("<html><script>alert(1)</script></html>"))))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("videos")
    void damagedBytesNeverDoMoreThanRefuse(byte[] video) throws IOException {
        var random = new Random(2);
        for (int round = 0; round < 300; round++) {
            var damaged = video.clone();
            for (int i = 0; i < 4; i++) {
                damaged[random.nextInt(Math.min(damaged.length, 400))] = (byte) random.nextInt();
            }
            // Anything but a PortalException fails here.
            refusal(damaged);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><html><body><script>alert(1)</script></body></html>                       ",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'></svg>                           ",
                "MZ\u0090\u0000\u0003\u0000\u0000\u0000 This program cannot be run in DOS mode                        ",
                "PK\u0003\u0004\u0014\u0000\u0000\u0000 a zip                                                        ",
                "%PDF-1.7 and so on and so on and so on and so on and so on and so on",
                "short",
                ""
            })
    void whatIsNoVideoIsRefused(String text) throws IOException {
        assertThat(refusal(text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    static Stream<Arguments> otherKinds() {
        return Stream.of(
                Arguments.of("RIFF....AVI LIST", "AVI"),
                Arguments.of("RIFF....WAVEfmt ", "WAV"),
                Arguments.of("FLV\1\5", "FLV"),
                Arguments.of("0&\u00b2u\u008ef\u00cf\21", "WMV"),
                Arguments.of(".RMF\0", "RealMedia"),
                Arguments.of("\0\0\1\u00ba\104", "MPG"),
                Arguments.of("\0\0\0\34ftypheic", "HEIC"),
                Arguments.of("ID3\4", "MP3"),
                Arguments.of("GIF89a", "GIF"),
                Arguments.of("PK\3\4", "ZIP"),
                Arguments.of("%PDF-1.7", "PDF"));
    }

    @ParameterizedTest
    @MethodSource("otherKinds")
    void aFileOfAnotherKindIsRefusedByName(String beginning, String name) {
        var bytes = TinyVideos.join(beginning.getBytes(StandardCharsets.ISO_8859_1), new byte[400]);

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> inspect(bytes))
                .satisfies(refused -> assertThat(refused.sentence()).contains(name, "export it as MP4"));
    }

    @Test
    void oggIsRefusedNamingTheora() {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> inspect(TinyVideos.ogg(90)))
                .satisfies(refused -> assertThat(refused.sentence()).contains("Theora", "export it as MP4"));
    }

    @Test
    void aCodecIsRefusedAsSoonAsItsDescriptionHasArrived() {
        var video = TinyVideos.mp4(90, 300_000);
        var beginning = ByteBuffer.wrap(video, 0, 2_000);
        assertThat(VideoInspector.admit(beginning)).isEqualTo(Container.MP4);

        int profile = new String(video, StandardCharsets.ISO_8859_1).indexOf("avcC") + 5;
        video[profile] = (byte) 244;

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> VideoInspector.admit(beginning))
                .satisfies(refused -> assertThat(refused.sentence()).contains("H.264 4:4:4"));
    }

    @Test
    void numbersOfSamplesThatNoFileCouldHoldAreNotCounted() throws IOException {
        var lying = TinyVideos.join(
                TinyVideos.mp4(0, 10),
                TinyVideos.box(
                        "moof",
                        TinyVideos.box(
                                "traf",
                                TinyVideos.box("tfhd", new byte[] {0, 0, 0, 8, 0, 0, 0, 1, 0x7f, 0, 0, 0}),
                                TinyVideos.box("trun", new byte[] {0, 0, 0, 0, -1, -1, -1, -1}))));
        assertThat(inspect(lying).duration()).isEmpty();

        var listing = TinyVideos.join(
                TinyVideos.mp4(0, 10), TinyVideos.box("moof", TinyVideos.box("traf", TinyVideos.box("trun", new byte[] {
                    0, 0, 1, 0, -1, -1, -1, -1
                }))));
        assertThat(refusal(listing)).isEqualTo(ErrorCode.BAD_USER_INPUT);
    }

    @Test
    void boxesNestedWithoutEndAreRefused() throws IOException {
        var nested = new byte[0];
        for (int depth = 0; depth < 2_000; depth++) {
            nested = TinyVideos.box("trak", nested);
        }
        var video = TinyVideos.join(
                TinyVideos.box("ftyp", TinyVideos.ascii("isom0000")), TinyVideos.box("moov", nested), new byte[60]);

        assertThat(refusal(video)).isEqualTo(ErrorCode.BAD_USER_INPUT);
    }

    @Test
    void theLengthIsReadWhateverTheCodec() throws IOException {
        var text = new String(TinyVideos.mp4(90, 3_000), StandardCharsets.ISO_8859_1).replace("avc1", "dvhe");
        var video = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(video)).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);

        try (var channel = FileChannel.open(folder.resolve("video"))) {
            assertThat(VideoInspector.length(channel)).contains(Duration.ofSeconds(90));
        }
    }

    private VideoFacts inspect(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("video"), bytes);
        try (var channel = FileChannel.open(file)) {
            return VideoInspector.inspect(channel);
        }
    }

    private @org.jspecify.annotations.Nullable ErrorCode refusal(byte[] bytes) throws IOException {
        var thrown = catchThrowableOfType(PortalException.class, () -> inspect(bytes));
        return thrown == null ? null : thrown.code();
    }
}
