package training.powerbi.server.media.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.testing.Ffmpeg;

/// Videos as programs write them: what students' browsers play is admitted with its length, all else refused by name.
class RealVideosTest {
    private static final String H264 = "-c:v libx264 -preset ultrafast ";

    @TempDir
    private Path folder;

    @BeforeAll
    static void require() {
        Ffmpeg.require();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.mp4  | H264 -pix_fmt yuv420p -profile:v baseline -c:a aac
            a.mp4  | H264 -pix_fmt yuv420p -profile:v main -c:a libmp3lame
            a.mp4  | H264 -pix_fmt yuv420p -profile:v high -c:a aac -movflags +faststart
            a.mp4  | H264 -pix_fmt yuv420p -c:a libopus
            a.mp4  | H264 -pix_fmt yuv420p -c:a flac -strict -2
            a.mp4  | H264 -pix_fmt yuv420p -an
            a.m4a  | -vn -c:a aac
            a.mov  | H264 -pix_fmt yuv420p -c:a aac -timecode 00:00:00:00
            a.mov  | H264 -pix_fmt yuv420p -c:a aac -metadata title=x
            a.mp4  | H264 -pix_fmt yuv420p -c:a aac -map 0:v -map 1:a -map 1:a -c:a:1 ac3
            a.mp4  | -c:v libvpx-vp9 -cpu-used 8 -pix_fmt yuv420p -c:a libopus
            a.webm | -c:v libvpx -cpu-used 8 -c:a libvorbis
            a.webm | -c:v libvpx-vp9 -cpu-used 8 -pix_fmt yuv420p -c:a libopus
            a.webm | -vn -c:a libopus
            """)
    void whatBrowsersPlayIsAdmitted(String name, String arguments) throws IOException {
        var facts = made(name, arguments);

        assertThat(facts.duration()).contains(Duration.ofSeconds(3));
        assertThat(facts.implied()).isFalse();
        assertThat(facts.doubtful()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.mp4 | H264 -pix_fmt yuv420p -c:a aac -movflags +frag_keyframe+empty_moov+default_base_moof -g 10
            a.mp4 | H264 -pix_fmt yuv420p -c:a aac -movflags +frag_keyframe+empty_moov -g 10
            a.mp4 | H264 -pix_fmt yuv420p -c:a aac -movflags +dash+global_sidx -g 10
            a.mp4 | H264 -pix_fmt yuv420p -c:a aac -movflags +cmaf+delay_moov+frag_every_frame
            a.mp4 | H264 -pix_fmt yuv420p -c:a aac -movflags +isml+frag_keyframe+separate_moof -g 10
            a.mp4 | H264 -pix_fmt yuv420p -c:a aac -movflags +frag_keyframe -g 10
            a.mp4 | H264 -pix_fmt yuv420p -an -movflags +frag_keyframe+empty_moov+omit_tfhd_offset -g 10
            """)
    void fragmentsAreCountedToTheEnd(String name, String arguments) throws IOException {
        var facts = made(name, arguments);

        assertThat(facts.duration()).contains(Duration.ofSeconds(3));
        assertThat(facts.implied()).isTrue();
    }

    @Test
    void whatIsWrittenLiveIsCountedToItsLastBlock() throws IOException {
        var facts = made("a.webm", "-c:v libvpx -cpu-used 8 -c:a libvorbis -live 1");

        assertThat(facts.duration()).contains(Duration.ofSeconds(3));
        assertThat(facts.implied()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.mp4  | H264 -pix_fmt yuv420p10le -profile:v high10 -an          | H.264 with 10 bits
            a.mp4  | H264 -pix_fmt yuv422p -profile:v high422 -an             | H.264 4:2:2
            a.mp4  | H264 -pix_fmt yuv444p -profile:v high444 -an             | H.264 4:4:4
            a.mp4  | -c:v libx265 -preset ultrafast -tag:v hvc1 -an           | HEVC
            a.mov  | -c:v libx265 -preset ultrafast -an                       | HEVC
            a.mp4  | -c:v mpeg4 -an                                           | MPEG-4 Part 2
            a.mp4  | -map 0:v -map 0:v -c:v:0 mpeg4 -c:v:1 libx264 -pix_fmt yuv420p | MPEG-4 Part 2
            a.mp4  | -c:v mpeg2video -an                                      | MPEG-2
            a.mp4  | H264 -pix_fmt yuv420p -c:a ac3                           | AC-3
            a.mp4  | H264 -pix_fmt yuv420p -c:a eac3                          | E-AC-3
            a.mp4  | H264 -pix_fmt yuv420p -c:a alac                          | Apple Lossless
            a.mov  | H264 -pix_fmt yuv420p -c:a pcm_s16le                     | PCM
            a.mov  | -c:v prores -an                                          | ProRes
            a.mov  | -c:v mjpeg -pix_fmt yuvj420p -an                         | Motion JPEG
            a.mkv  | H264 -pix_fmt yuv420p -c:a aac                           | Matroska
            a.avi  | -c:v mpeg4 -c:a libmp3lame                               | AVI
            a.ts   | H264 -pix_fmt yuv420p -c:a aac                           | TS
            a.m2ts | H264 -pix_fmt yuv420p -c:a aac                           | M2TS
            a.mpg  | -c:v mpeg2video -r 25 -c:a mp2                           | MPG
            a.flv  | H264 -pix_fmt yuv420p -c:a aac                           | FLV
            a.wmv  | -c:v wmv2 -c:a wmav2                                     | WMV
            a.mp3  | -vn -c:a libmp3lame                                      | MP3
            a.wav  | -vn                                                      | WAV
            a.ogv  | -c:v libtheora -c:a libvorbis                            | Theora
            a.ogg  | -vn -c:a libvorbis                                       | Ogg
            """)
    void whatBrowsersDoNotPlayIsRefusedByName(String name, String arguments, String codec) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> made(name, arguments))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
                    assertThat(refused.sentence()).contains(codec).contains("export it as MP4");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.mp4  | -c:v libaom-av1 -cpu-used 8 -usage realtime -an            | AV1
            a.webm | -c:v libaom-av1 -cpu-used 8 -usage realtime -c:a libopus   | AV1
            a.mp4  | -c:v libvpx-vp9 -cpu-used 8 -pix_fmt yuv420p10le -an       | VP9 of profile 2
            a.webm | -c:v libvpx-vp9 -cpu-used 8 -pix_fmt yuv420p10le -an       | VP9 of profile 2
            a.webm | -c:v libvpx-vp9 -cpu-used 8 -pix_fmt yuv444p -c:a libopus  | VP9 of profile 1
            a.webm | -c:v libvpx-vp9 -cpu-used 8 -pix_fmt yuv444p10le -live 1 -an | VP9 of profile 3
            """)
    void whatSomeBrowsersPlayIsAdmittedAndNamed(String name, String arguments, String codec) throws IOException {
        assertThat(made(name, arguments).doubtful()).containsExactly(codec);
    }

    private VideoFacts made(String name, String arguments) throws IOException {
        var words = List.of(arguments.replace("H264 ", H264).split(" +", -1));
        try (var channel = FileChannel.open(Ffmpeg.make(folder.resolve(name), 3, words))) {
            return VideoInspector.inspect(channel);
        }
    }
}
