package training.powerbi.server.material.file;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a file is, by the end of its name: the portal never guesses from content, and tells browsers not to.
///
/// @param mediaType for the answer's header
/// @param shown whether browsers may show it; all else is saved
public record FileType(String mediaType, boolean shown) {
    private static final FileType UNKNOWN = new FileType("application/octet-stream", false);
    /// As `server.compression.mime-types`.
    private static final Set<String> COMPRESSED = Set.of("text/html", "text/css", "text/javascript", "image/svg+xml");

    private static final Map<String, FileType> TYPES = Map.ofEntries(
            shown("html", "text/html"),
            shown("htm", "text/html"),
            shown("pdf", "application/pdf"),
            shown("png", "image/png"),
            shown("jpg", "image/jpeg"),
            shown("jpeg", "image/jpeg"),
            shown("gif", "image/gif"),
            shown("webp", "image/webp"),
            shown("avif", "image/avif"),
            shown("svg", "image/svg+xml"),
            shown("ico", "image/x-icon"),
            saved("css", "text/css"),
            saved("js", "text/javascript"),
            saved("mjs", "text/javascript"),
            saved("json", "application/json"),
            saved("map", "application/json"),
            saved("xml", "application/xml"),
            saved("txt", "text/plain"),
            saved("md", "text/markdown"),
            saved("csv", "text/csv"),
            saved("vtt", "text/vtt"),
            saved("woff", "font/woff"),
            saved("woff2", "font/woff2"),
            saved("ttf", "font/ttf"),
            saved("otf", "font/otf"),
            saved("mp3", "audio/mpeg"),
            saved("wav", "audio/wav"),
            saved("mp4", "video/mp4"),
            saved("webm", "video/webm"),
            saved("ogg", "video/ogg"),
            saved("wasm", "application/wasm"),
            saved("zip", "application/zip"),
            saved("pbix", "application/vnd.ms-powerbi"),
            saved("pbit", "application/vnd.ms-powerbi.template"),
            saved("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            saved("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            saved("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            saved("odp", "application/vnd.oasis.opendocument.presentation"),
            saved("ods", "application/vnd.oasis.opendocument.spreadsheet"));

    public static FileType of(String fileName) {
        return TYPES.getOrDefault(extension(fileName), UNKNOWN);
    }

    /// In lower case, without the dot; empty when there is none.
    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// Whether the container compresses it on its way, so that it has no ranges.
    public boolean compressed() {
        return COMPRESSED.contains(mediaType);
    }

    private static Map.Entry<String, FileType> shown(String extension, String mediaType) {
        return Map.entry(extension, new FileType(mediaType, true));
    }

    private static Map.Entry<String, FileType> saved(String extension, String mediaType) {
        return Map.entry(extension, new FileType(mediaType, false));
    }
}
