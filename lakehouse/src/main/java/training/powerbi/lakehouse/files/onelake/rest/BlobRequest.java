package training.powerbi.lakehouse.files.onelake.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// One request to the Blob interface.
///
/// @param path below the container, beginning with `/`, not encoded
/// @param query encoded, without its `?`
/// @param body empty for none
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record BlobRequest(
        String method, Kind kind, String path, String query, Map<String, String> headers, byte[] body) {
    private static final byte[] NOTHING = {};

    /// What OneLake charges for differently, as its page on consumption says.
    public enum Kind {
        READ(306),
        WRITE(2_650),
        LIST(4_798);

        private static final double REQUESTS = 10_000;

        private final int perTenThousand;

        Kind(int perTenThousand) {
            this.perTenThousand = perTenThousand;
        }

        /// Capacity unit seconds that one request takes.
        double capacitySeconds() {
            return perTenThousand / REQUESTS;
        }
    }

    public static BlobRequest get(String path) {
        return new BlobRequest("GET", Kind.READ, path, "", Map.of(), NOTHING);
    }

    /// The bytes from `first` to `last`, both included.
    public static BlobRequest range(String path, long first, long last) {
        return get(path).with("Range", "bytes=" + first + "-" + last);
    }

    public static BlobRequest head(String path) {
        return new BlobRequest("HEAD", Kind.READ, path, "", Map.of(), NOTHING);
    }

    public static BlobRequest delete(String path) {
        return new BlobRequest("DELETE", Kind.READ, path, "", Map.of(), NOTHING);
    }

    /// Writes a blob whole, in place of one that is there.
    public static BlobRequest put(String path, byte[] content) {
        return new BlobRequest("PUT", Kind.WRITE, path, "", Map.of(), content)
                .with("x-ms-blob-type", "BlockBlob")
                .with("Content-MD5", md5(content));
    }

    /// A part of a blob that does not exist yet.
    public static BlobRequest block(String path, String id, byte[] content) {
        return new BlobRequest("PUT", Kind.WRITE, path, "comp=block&blockid=" + encoded(id), Map.of(), content)
                .with("Content-MD5", md5(content));
    }

    /// Makes a blob of its blocks.
    public static BlobRequest blocks(String path, Iterable<String> ids) {
        var list = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        ids.forEach(id -> list.append("<Latest>").append(id).append("</Latest>"));
        var body = list.append("</BlockList>").toString().getBytes(StandardCharsets.UTF_8);
        return new BlobRequest("PUT", Kind.WRITE, path, "comp=blocklist", Map.of(), body);
    }

    /// The blobs whose names begin with the prefix.
    ///
    /// @param delimiter `/` for those of one folder only, empty for those in folders below it too
    /// @param marker where the last answer stopped; empty at first
    public static BlobRequest list(String prefix, String delimiter, String marker) {
        var query = "restype=container&comp=list&prefix=" + encoded(prefix)
                + (delimiter.isEmpty() ? "" : "&delimiter=" + encoded(delimiter))
                + (marker.isEmpty() ? "" : "&marker=" + encoded(marker));
        return new BlobRequest("GET", Kind.LIST, "", query, Map.of(), NOTHING);
    }

    public BlobRequest with(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new BlobRequest(method, kind, path, query, all, body);
    }

    /// The same, only if there is no such blob.
    public BlobRequest ifAbsent() {
        return with("If-None-Match", "*");
    }

    /// Path and query as they stand in an address.
    String target() {
        var target = new StringBuilder();
        for (var part : path.split("/", -1)) {
            target.append(target.isEmpty() && part.isEmpty() ? "" : "/").append(encoded(part));
        }
        var whole = path.isEmpty() ? "" : target.toString();
        return query.isEmpty() ? whole : whole + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String md5(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has MD5", e);
        }
    }

    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
}
