package training.powerbi.server.recording.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static training.powerbi.testing.ProcessorTime.assertAtMost;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.ErrorCode;
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
                "  HTTPS://WWW.YOUTUBE.COM/watch?v=dQw4w9WgXcQ  ",
                "https://youtu.be/dQw4w9WgXcQ?si=Ab_c-9",
                "https://youtu.be/dQw4w9WgXcQ&t=30",
                "https://youtu.be/dQw4w9WgXcQ/",
                "https://youtu.be/watch?v=dQw4w9WgXcQ",
                "https://youtube.com/live/dQw4w9WgXcQ/?si=x",
                "https://m.youtube.com/shorts/dQw4w9WgXcQ",
                "https://m.youtube.com/#/watch?v=dQw4w9WgXcQ",
                "https://www.youtube.com/v/dQw4w9WgXcQ&hl=en",
                "https://www.youtube.com/watch/dQw4w9WgXcQ",
                "https://www.youtube.com/watch?list=PL1&index=3&v=dQw4w9WgXcQ&t=1h2m",
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ?t=10",
                "https://www.youtube.com/watch?time_continue=5&v=dQw4w9WgXcQ#comments",
                "https://www.youtube.com/playlist?v=dQw4w9WgXcQ&list=PL1",
                "https://studio.youtube.com/video/dQw4w9WgXcQ/edit",
                "https://studio.youtube.com/video/dQw4w9WgXcQ/analytics/tab-overview/period-default",
                "https://studio.youtube.com/video/dQw4w9WgXcQ",
                "https://www.youtube.com/edit?o=U&video_id=dQw4w9WgXcQ",
                "https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3DdQw4w9WgXcQ%26feature%3Dshare",
                "https://www.youtube.com/oembed?url=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ&format=json",
                "https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ&gl=DE",
                "https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ&usg=x",
                "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ&data=05",
                "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ",
                "<https://youtu.be/dQw4w9WgXcQ>",
                "(https://youtu.be/dQw4w9WgXcQ).",
                "\"https://youtu.be/dQw4w9WgXcQ\",",
                "Session 1 - Power BI\nhttps://youtu.be/dQw4w9WgXcQ\nrecorded on Monday",
                "[Session 1](https://youtu.be/dQw4w9WgXcQ)",
                "[url]https://youtu.be/dQw4w9WgXcQ[/url]",
                "Watch it here: youtu.be/dQw4w9WgXcQ!",
                "<youtu.be/dQw4w9WgXcQ>",
                "\u200bhttps://youtu.be/dQw4w9WgXcQ\u00a0",
                "https://youtu.be/dQw4w9WgXcQ\u200e",
                "<a href=\"https://www.youtube.com/watch?feature=x&amp;v=dQw4w9WgXcQ\">Session</a>",
                "{https://youtu.be/dQw4w9WgXcQ}",
                "（https://youtu.be/dQw4w9WgXcQ）",
                "链接：https://youtu.be/dQw4w9WgXcQ，请看",
                "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ&urlhash=x",
                "https://www.linkedin.com/safety/go?url=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ",
                "https://slack-redir.net/link?url=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ",
                "https://urldefense.proofpoint.com/v2/url?u=https-3A__youtu.be_dQw4w9WgXcQ&d=DwMFaQ&c=x",
                "https://urldefense.com/v3/__https://www.youtube.com/watch?v=dQw4w9WgXcQ__;!!AbC!x$",
                "https://urldefense.com/v3/__https://youtu.be/dQw4w9WgXcQ__;!!AbC!x$",
                "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ__%3B!!AbC!x%24&data=05",
                "<iframe width=\"560\" height=\"315\" src=\"https://www.youtube.com/embed/dQw4w9WgXcQ?si=x&amp;start=3\" title=\"YouTube video player\" allowfullscreen></iframe>",
                "<IFRAME SRC='//www.youtube.com/embed/dQw4w9WgXcQ'></IFRAME>",
                "<iframe data-src=\"https://x.example/\" src=https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ></iframe>"
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
                    https://vimeo.com/manage/videos/76979871, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://vimeo.com/manage/videos/76979871/, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://vimeo.com/manage/videos/76979871/8272103f6e, https://vimeo.com/76979871/8272103f6e, https://player.vimeo.com/video/76979871?h=8272103f6e
                    https://vimeo.com/manage/videos/76979871/8272103f6e/privacy, https://vimeo.com/76979871/8272103f6e, https://player.vimeo.com/video/76979871?h=8272103f6e
                    https://vimeo.com/manage/76979871/general, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://vimeo.com/76979871/settings, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://vimeo.com/76979871/8272103f6e?share=copy&fl=sv, https://vimeo.com/76979871/8272103f6e, https://player.vimeo.com/video/76979871?h=8272103f6e
                    https://vimeo.com/76979871?h=8272103f6e&share=copy, https://vimeo.com/76979871/8272103f6e, https://player.vimeo.com/video/76979871?h=8272103f6e
                    https://vimeo.com/showcase/1234567/video/76979871, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://vimeo.com/showcase/power-bi/video/76979871?h=8272103f6e, https://vimeo.com/76979871/8272103f6e, https://player.vimeo.com/video/76979871?h=8272103f6e
                    https://vimeo.com/album/1234567/video/76979871, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://vimeo.com/groups/power.bi/videos/76979871, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    https://vimeo.com/ondemand/course/76979871, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    vimeo.com/76979871, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    http://vimeo.com/m/76979871, https://vimeo.com/76979871, https://player.vimeo.com/video/76979871
                    '<div style="padding:56.25% 0 0 0;"><iframe src="https://player.vimeo.com/video/76979871?badge=0&amp;h=8272103f6e&amp;app_id=58479" frameborder="0"></iframe></div>', https://vimeo.com/76979871/8272103f6e, https://player.vimeo.com/video/76979871?h=8272103f6e
                    """)
    void recognisesEveryFormOfAVimeoLink(String link, String videoUrl, String embedUrl) {
        assertThat(VideoAddress.parse(link)).isEqualTo(new VideoAddress(VideoPlatform.VIMEO, videoUrl, embedUrl));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media.example.com/day1.mp4",
                "https://media.example.com/a/b/day1.WEBM?token=1",
                "https://media.example.com:8443/live/index.m3u8",
                "https://raw.githubusercontent.com/contoso/bi/main/day1.mp4",
                "https://upload.wikimedia.org/wikipedia/commons/1/1a/Day1.webm",
                "https://archive.org/download/course/day1.mp4"
            })
    void takesMediaFilesOverHttps(String link) {
        assertThat(VideoAddress.parse(link)).isEqualTo(new VideoAddress(VideoPlatform.DIRECT, link, null));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    https://www.dropbox.com/s/abc123/day1.mp4?dl=0, https://www.dropbox.com/s/abc123/day1.mp4?raw=1
                    https://www.dropbox.com/s/abc123/day1.mp4, https://www.dropbox.com/s/abc123/day1.mp4?raw=1
                    https://www.dropbox.com/scl/fi/x1/day1.mp4?rlkey=k9&dl=0, https://www.dropbox.com/scl/fi/x1/day1.mp4?rlkey=k9&raw=1
                    https://www.dropbox.com/scl/fi/x1/day1.MP4?rlkey=k9&st=s7&dl=1&raw=0, https://www.dropbox.com/scl/fi/x1/day1.MP4?rlkey=k9&st=s7&raw=1
                    dropbox.com/scl/fi/x1/day1.webm?dl=0&rlkey=k9, https://www.dropbox.com/scl/fi/x1/day1.webm?rlkey=k9&raw=1
                    https://www.dropbox.com/scl/fo/x1/h2/day1.mp4?rlkey=k9&dl=0, https://www.dropbox.com/scl/fo/x1/h2/day1.mp4?rlkey=k9&raw=1
                    https://media.example.com/day1.mp4#t=30, https://media.example.com/day1.mp4
                    https://media.example.com/day1.mp4?web=1, https://media.example.com/day1.mp4?web=1
                    media.example.com/day1.mp4, https://media.example.com/day1.mp4
                    The film: https://media.example.com/day1.mp4., https://media.example.com/day1.mp4
                    https://media.example.com/day[1]|b.mp4, https://media.example.com/day%5B1%5D%7Cb.mp4
                    https://media.example.com/Day 1 - intro.mp4, https://media.example.com/Day%201%20-%20intro.mp4
                    https://media.example.com/my films/a.webm?t=1, https://media.example.com/my%20films/a.webm?t=1
                    https://müller.example/tag1.mp4, https://xn--mller-kva.example/tag1.mp4
                    müller.example/tag1.mp4, https://xn--mller-kva.example/tag1.mp4
                    https://例え.テスト:8443/a.mp4, https://xn--r8jz45g.xn--zckzah:8443/a.mp4
                    https://media.example.com/100%.mp4, https://media.example.com/100%25.mp4
                    https://acct.blob.core.windows.net/c/day1.mp4?sv=2024&sig=a%2Bb%3D, https://acct.blob.core.windows.net/c/day1.mp4?sv=2024&sig=a%2Bb%3D
                    https://player.vimeo.com/progressive_redirect/playback/76979871/rendition/720p/file.mp4?loc=external&signature=x, https://player.vimeo.com/progressive_redirect/playback/76979871/rendition/720p/file.mp4?loc=external&signature=x
                    <video src="https://media.example.com/day1.mp4?a=1&amp;b=2"></video>, https://media.example.com/day1.mp4?a=1&b=2
                    """)
    void findsTheFileInWhatIsShared(String link, String file) {
        assertThat(VideoAddress.parse(link)).isEqualTo(new VideoAddress(VideoPlatform.DIRECT, file, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://contoso.sharepoint.com/sites/bi/Shared%20Documents/day1.mp4?web=1 | SharePoint
                    https://contoso-my.sharepoint.com/:v:/g/personal/ann_contoso_com/EaBc?e=x1&nav=y | SharePoint
                    https://contoso-my.sharepoint.com/personal/ann/_layouts/15/stream.aspx?id=%2Fpersonal%2Fday1%2Emp4 | SharePoint
                    https://contoso.sharepoint.com/sites/bi/day1.mp4 | SharePoint
                    contoso.sharepoint.com/:v:/s/bi/EaBc | SharePoint
                    <iframe src="https://contoso.sharepoint.com/sites/bi/_layouts/15/embed.aspx?UniqueId=1"></iframe> | SharePoint
                    https://onedrive.live.com/?id=A1&cid=B2 | OneDrive
                    https://1drv.ms/v/s!AbC | OneDrive
                    https://web.microsoftstream.com/video/0a1b | Microsoft Stream
                    https://teams.microsoft.com/l/message/19:x/1?context=y | Microsoft Teams
                    https://drive.google.com/file/d/1AbC/view?usp=sharing | Google Drive
                    https://drive.google.com/open?id=1AbC | Google Drive
                    https://www.loom.com/share/0a1b2c?sid=1 | Loom
                    https://us02web.zoom.us/rec/share/abc.def?startTime=1 | Zoom
                    https://zoom.us/rec/play/abc | Zoom
                    https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2F1drv.ms%2Fv%2Fs!AbC&data=05 | OneDrive
                    """)
    void saysWhatToDoWithRecordingsThatNoOtherPageMayPlay(String link, String service) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> VideoAddress.parse(link))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
                    assertThat(refusal.field()).contains("videoUrl");
                    assertThat(refusal.sentence()).startsWith(service + " ").contains("download it and upload it here");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://www.youtube.com/playlist?list=PL1 | playlist
                    https://www.youtube.com/embed/videoseries?list=PL1 | playlist
                    https://www.youtube.com/embed/live_stream?channel=UC1 | channel
                    https://www.youtube.com/@GuyInACube/videos | channel
                    https://www.youtube.com/channel/UCFp1vaKzpfvoGai0vE5VJ0w | channel
                    https://www.youtube.com/results?search_query=power+bi | search
                    https://www.youtube.com/clip/UgkxAbC | clip
                    https://studio.youtube.com/channel/UC1/videos/upload | YouTube Studio
                    https://vimeo.com/showcase/1234567 | several videos
                    https://vimeo.com/user12345/review/76979871/0a1b2c3d4e | review page
                    https://vimeo.com/event/1234567 | event
                    https://www.dropbox.com/scl/fo/x1/h2?rlkey=k9&dl=0 | folder
                    https://www.dropbox.com/sh/x1/h2?dl=0 | folder
                    https://www.dropbox.com/home/Videos?preview=day1.mp4 | download it and upload it here
                    https://www.dropbox.com/scl/fi/x1/day1.mov?rlkey=k9&dl=0 | download it and upload it here
                    https://media.example.com/day1.mkv | .mkv
                    https://media.example.com/day1.AVI?x=1 | .avi
                    https://media.example.com/day1.mov | upload it here
                    https://media.example.com/watch/day1 | not a page
                    http://media.example.com/day1.mp4 | https://
                    https://intranet/day1.mp4 | Students cannot reach
                    https://10.0.0.7/day1.mp4 | Students cannot reach
                    https://nas.local/day1.mp4 | Students cannot reach the server nas.local
                    https://media.lan/day1.mp4 | Students cannot reach
                    https://files.corp.internal/day1.mp4 | Students cannot reach
                    https://nas.home.arpa/day1.mp4 | Students cannot reach
                    https://a_b_ü.x/day1.mp4 | cannot be read
                    https://www.dropbox.com/s/abc123/day1.mov?dl=0 | do not play .mov
                    https://github.com/contoso/bi/blob/main/day1.mp4 | GitHub shows a page
                    https://gitlab.com/contoso/bi/-/blob/main/day1.mp4 | GitLab shows a page
                    https://git.school.example/bi/course/-/blob/main/day1.mp4?ref_type=heads | GitLab shows a page
                    https://huggingface.co/datasets/contoso/bi/blob/main/day1.mp4 | Hugging Face shows a page
                    https://bitbucket.org/contoso/bi/src/main/day1.mp4 | Bitbucket shows a page
                    https://commons.wikimedia.org/wiki/File:Day1.webm | Wikimedia shows a page
                    https://archive.org/details/course/day1.mp4 | Archive shows a page
                    file:///C:/Videos/day1.mp4 | your own computer
                    C:\\Videos\\day1.mp4 | your own computer
                    \\\\nas\\videos\\day1.mp4 | your own computer
                    /Users/ann/Movies/day1.mp4 | your own computer
                    ftp://media.example.com/day1.mp4 | do not play ftp:
                    rtmp://media.example.com/live | do not play rtmp:
                    """)
    void saysWhatAnAddressWithoutAVideoIs(String link, String words) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> VideoAddress.parse(link))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).contains("videoUrl");
                    assertThat(refusal.sentence()).contains(words);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso.sharepoint.com/sites/bi/day1.mp4?web=1",
                "https://www.dropbox.com/s/abc123/day1.mp4?dl=0",
                "https://media.example.com/day1.mp4?sig=a."
            })
    void aFileThatWasTakenOnceStaysAsItIs(String link) {
        assertThat(VideoAddress.stored(link)).isEqualTo(new VideoAddress(VideoPlatform.DIRECT, link, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://youtu.be/dQw4w9WgX__",
                "https://vimeo.com/manage/videos/76979871/8272103f6e",
                "https://www.dropbox.com/scl/fi/x1/day1.mp4?rlkey=k9&dl=0"
            })
    void theCanonicalFormStandsForItself(String link) {
        var once = VideoAddress.parse(link);
        assertThat(VideoAddress.parse(once.videoUrl())).isEqualTo(once);
        assertThat(VideoAddress.stored(once.videoUrl())).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "9",
                " ",
                ".",
                "/",
                "a.",
                "a.b/",
                "a ",
                "%",
                "[",
                "<",
                "<iframe ",
                " src=",
                " src ",
                "https://",
                "&v=",
                "?",
                "https://youtu.be/",
                "\u200b",
                "é",
                "😀",
                "-.",
                ").",
                "/a-"
            })
    void theLargestTextsCostNothing(String piece) {
        var many = piece.repeat(64_000 / piece.length());
        for (var start : List.of(
                "",
                "https://www.youtube.com/",
                "https://vimeo.com/",
                "https://media.example.com/",
                "https://",
                "<iframe ",
                "https://www.dropbox.com/sh/?")) {
            assertAtMost(
                    Duration.ofSeconds(2),
                    () -> assertThatExceptionOfType(PortalException.class)
                            .as(start)
                            .isThrownBy(() -> VideoAddress.parse(start + many)));
        }
    }

    @Test
    void noTextBreaksIt() {
        var random = new Random(5);
        var pieces = List.of(
                "https://",
                "youtu.be",
                "www.youtube.com",
                "vimeo.com",
                "dropbox.com",
                "/",
                "?",
                "&",
                "=",
                "v=",
                "dQw4w9WgXcQ",
                "76979871",
                "<iframe src=\"",
                "\"",
                ">",
                " ",
                "%",
                ":",
                "#",
                "[",
                "]",
                "@",
                ".mp4",
                "/s/",
                "\ud83d");
        for (int round = 0; round < 50_000; round++) {
            var text = random.ints(1 + random.nextInt(9), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            try {
                assertThat(VideoAddress.parse(text).videoUrl()).as(text).startsWith("https://");
            } catch (PortalException refusal) {
                assertThat(refusal.field()).as(text).contains("videoUrl");
            }
        }
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
