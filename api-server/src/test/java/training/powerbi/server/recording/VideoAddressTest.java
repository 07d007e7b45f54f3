package training.powerbi.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.PortalException;

class VideoAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
                "http://youtube.com/watch?v=dQw4w9WgXcQ&t=43s",
                "https://m.youtube.com/watch?feature=share&v=dQw4w9WgXcQ",
                "https://music.youtube.com/watch?v=dQw4w9WgXcQ&list=RDAMVM",
                "https://youtu.be/dQw4w9WgXcQ",
                "https://youtu.be/dQw4w9WgXcQ?t=90&si=abc",
                "youtu.be/dQw4w9WgXcQ",
                "www.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com/shorts/dQw4w9WgXcQ",
                "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share",
                "https://www.youtube.com/embed/dQw4w9WgXcQ?start=10",
                "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
                "  HTTPS://WWW.YOUTUBE.COM/watch?v=dQw4w9WgXcQ  "
            })
    void recognisesEveryFormOfAYouTubeLink(String link) {
        assertThat(VideoAddress.parse(link))
                .isEqualTo(new VideoAddress(
                        VideoPlatform.YOUTUBE,
                        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
                        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    https://vimeo.com/76979871, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://www.vimeo.com/76979871#t=30s, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://player.vimeo.com/video/76979871?autoplay=1, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://vimeo.com/channels/staffpicks/76979871, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://vimeo.com/76979871/8272103f6e, https://vimeo.com/76979871/8272103f6e, https://player.vimeo.com/video/76979871?h=8272103f6e
                    https://player.vimeo.com/video/76979871?h=8272103f6e, https://vimeo.com/76979871/8272103f6e, https://player.vimeo.com/video/76979871?h=8272103f6e
                    """)
    void recognisesEveryFormOfAVimeoLink(String link, String videoUrl, String embedUrl) {
        assertThat(VideoAddress.parse(link)).isEqualTo(new VideoAddress(VideoPlatform.VIMEO, videoUrl, embedUrl));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media.example.com/day1.mp4",
                "https://media.example.com/a/b/day1.WEBM?token=1",
                "https://media.example.com:8443/live/index.m3u8"
            })
    void takesMediaFilesOverHttps(String link) {
        assertThat(VideoAddress.parse(link)).isEqualTo(new VideoAddress(VideoPlatform.DIRECT, link, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "https://www.youtube.com/",
                "https://www.youtube.com/watch",
                "https://www.youtube.com/watch?v=short",
                "https://www.youtube.com/playlist?list=PL1",
                "https://youtu.be/dQw4w9WgXcQ/extra",
                "https://vimeo.com/about",
                "http://media.example.com/day1.mp4",
                "https://media.example.com/page.html",
                "https://media.example.com/page.html?file=x.mp4",
                "https://user:secret@media.example.com/day1.mp4",
                "https://localhost/day1.mp4",
                "https://127.0.0.1/day1.mp4",
                "https://169.254.169.254/latest.mp4",
                "https://[::1]/day1.mp4",
                "https://2130706433/day1.mp4",
                "https://0x7f000001/day1.mp4",
                "https://0177.0.0.1/day1.mp4",
                "javascript:alert(1)//.mp4",
                "data:video/mp4;base64,AAAA.mp4",
                "file:///etc/passwd.mp4",
                "ftp://media.example.com/day1.mp4",
                "https://exa mple.com/day1.mp4",
                "//www.youtube.com/watch?v=dQw4w9WgXcQ"
            })
    void refusesAnythingElseNamingTheField(String link) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> VideoAddress.parse(link))
                .satisfies(refusal -> assertThat(refusal.field()).contains("videoUrl"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://www.youtube.com.evil.com/watch?v=dQw4w9WgXcQ", "https://evil.com/youtu.be/dQw4w9WgXcQ"})
    void isNotFooledByLookalikeHosts(String link) {
        assertThatExceptionOfType(PortalException.class).isThrownBy(() -> VideoAddress.parse(link));
    }
}
