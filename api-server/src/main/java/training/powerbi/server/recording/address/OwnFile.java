package training.powerbi.server.recording.address;

import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses that no browser of a student opens, though a trainer's own computer does.
final class OwnFile {
    private static final Pattern LOCAL = Pattern.compile(
            "[\"'<]?(?:file:|[a-z]:[\\\\/]|\\\\\\\\|~/|/(?:home|users|volumes|mnt|media|tmp)/)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_PROTOCOL = Pattern.compile(
            "[\"'<]?(ftps?|sftp|smb|afp|nfs|rtmps?|rtsp|mms|magnet|webdavs?|s3|gs|abfss?):", Pattern.CASE_INSENSITIVE);

    private OwnFile() {}

    /// Why the text cannot be a recording's address; empty when it may be one.
    static Optional<String> refusal(String text) {
        if (LOCAL.matcher(text).lookingAt()) {
            return Optional.of("This is a file on your own computer or network, which students cannot open; upload it"
                    + " here instead.");
        }
        var protocol = OTHER_PROTOCOL.matcher(text);
        return protocol.lookingAt()
                ? Optional.of("Browsers do not play " + protocol.group(1) + ": addresses. Give one that begins with"
                        + " https://, or download it and upload it here.")
                : Optional.empty();
    }
}
