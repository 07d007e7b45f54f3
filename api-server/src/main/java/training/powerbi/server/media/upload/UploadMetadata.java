package training.powerbi.server.media.upload;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.transfer.SentText;

/// The header `Upload-Metadata` of tus: words and their values in Base64.
final class UploadMetadata {
    private UploadMetadata() {}

    static Map<String, String> parse(@Nullable String header) {
        var words = new HashMap<String, String>();
        if (header == null || header.isBlank()) {
            return words;
        }
        for (var pair : header.split(",", -1)) {
            var parts = pair.strip().split(" ", 2);
            if (parts[0].isEmpty() || words.put(parts[0], value(parts)) != null) {
                throw malformed();
            }
        }
        return words;
    }

    private static String value(String[] parts) {
        if (parts.length == 1) {
            return "";
        }
        try {
            return SentText.of(parts[0], Base64.getDecoder().decode(parts[1].strip()));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static PortalException malformed() {
        return PortalException.badInput(
                "Upload-Metadata", "The Upload-Metadata is a comma list of words, each with its value in Base64.");
    }
}
