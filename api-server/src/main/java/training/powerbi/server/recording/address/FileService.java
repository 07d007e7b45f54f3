package training.powerbi.server.recording.address;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Places where people keep their recordings, and from which no page of another site may play them: what they share is
/// a page of their own, often only for those who are signed in there.
enum FileService {
    SHAREPOINT("SharePoint", "sharepoint.com sharepoint.us sharepoint.cn sharepoint.de sharepoint-mil.us"),
    ONEDRIVE("OneDrive", "onedrive.live.com onedrive.com 1drv.ms 1drv.com skydrive.live.com files.live.com"),
    STREAM("Microsoft Stream", "microsoftstream.com stream.office.com stream.cloud.microsoft clipchamp.com"),
    TEAMS("Microsoft Teams", "teams.microsoft.com teams.live.com teams.cloud.microsoft teams.microsoft.us"),
    GOOGLE_DRIVE("Google Drive", "drive.google.com docs.google.com drive.usercontent.google.com"),
    GOOGLE_PHOTOS("Google Photos", "photos.google.com photos.app.goo.gl"),
    GOOGLE_MEET("Google Meet", "meet.google.com classroom.google.com"),
    LOOM("Loom", "loom.com"),
    ZOOM("Zoom", "zoom.us zoom.com zoom.com.cn zoomgov.com"),
    WEBEX("Webex", "webex.com"),
    GOTO("GoTo", "goto.com gotowebinar.com gotomeeting.com"),
    PANOPTO("Panopto", "panopto.com panopto.eu"),
    BOX("Box", "box.com"),
    ICLOUD("iCloud", "icloud.com"),
    WETRANSFER("WeTransfer", "wetransfer.com we.tl"),
    MEGA("MEGA", "mega.nz mega.io"),
    FACEBOOK("Facebook", "facebook.com fb.watch"),
    INSTAGRAM("Instagram", "instagram.com"),
    LINKEDIN("LinkedIn", "linkedin.com"),
    TIKTOK("TikTok", "tiktok.com"),
    DAILYMOTION("Dailymotion", "dailymotion.com dai.ly"),
    TWITCH("Twitch", "twitch.tv");

    /// Even a link that ends in a file's name is a page there.
    private static final Set<FileService> WITHOUT_FILES =
            EnumSet.of(SHAREPOINT, ONEDRIVE, STREAM, TEAMS, GOOGLE_DRIVE, ZOOM);

    private final String title;
    /// Names of hosts, a blank between them; what lies below one belongs to it.
    private final String hosts;

    FileService(String title, String hosts) {
        this.title = title;
        this.hosts = hosts;
    }

    /// The place of an address, where what is shared there cannot be played elsewhere.
    static Optional<FileService> of(String host, URI uri) {
        boolean file = MediaFile.isFile(uri);
        return Arrays.stream(values())
                .filter(service -> !file || WITHOUT_FILES.contains(service))
                .filter(service -> service.has(host))
                .findFirst();
    }

    private boolean has(String host) {
        return Arrays.stream(hosts.split(" ", -1)).anyMatch(own -> host.equals(own) || host.endsWith("." + own));
    }

    String sentence() {
        return title + " plays its videos only on its own pages, often only for people signed in there, so students"
                + " could not watch this one here. Open the video at " + title
                + ", download it and upload it here.";
    }
}
