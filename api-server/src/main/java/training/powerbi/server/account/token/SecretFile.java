package training.powerbi.server.account.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.model.error.PortalException;

/// Keys in a file that the operator, or a vault, replaces while the server runs: one a line, the newest first. The
/// first
/// signs, all verify.
final class SecretFile implements KeySource {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);
    private static final long EVERY = Duration.ofSeconds(1).toNanos();
    private static final int ID_BYTES = 8;
    /// Editors put it before the first line; it is no part of a key.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private String read;
    private volatile SigningKeys keys;
    private volatile long readAt;
    private boolean complained;

    /// @throws PortalException BAD_USER_INPUT when the file has no keys, or such as nobody should use
    SecretFile(Path path) {
        this.path = path;
        this.read = content(path);
        this.keys = keys(read);
        this.readAt = System.nanoTime();
    }

    @Override
    public SigningKeys now() {
        if (System.nanoTime() - readAt >= EVERY) {
            lookAgain();
        }
        return keys;
    }

    /// A file that is being replaced, or was by something else than keys, changes nothing: everyone would be signed
    /// out.
    @Override
    public synchronized void lookAgain() {
        if (System.nanoTime() - readAt < EVERY) {
            return;
        }
        try {
            var found = content(path);
            if (!found.equals(read)) {
                keys = keys(found);
                read = found;
                LOG.info(
                        "The keys in {} (SECRET_KEY_FILE) were replaced: {} now signs",
                        path,
                        keys.signing().getKeyID());
            }
            complained = false;
        } catch (PortalException e) {
            if (!complained) {
                LOG.warn("{} The keys of before go on.", e.sentence());
            }
            complained = true;
        }
        readAt = System.nanoTime();
    }

    private static String content(Path path) {
        try {
            var text = Files.readString(path);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (IOException e) {
            throw PortalException.badInput(
                    "SECRET_KEY_FILE",
                    "SECRET_KEY_FILE cannot be read: " + path + " ("
                            + e.getClass().getSimpleName() + ").");
        }
    }

    private static SigningKeys keys(String content) {
        var all = new ArrayList<JWK>();
        for (var line : content.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList()) {
            SecretsCheck.complaint(line).ifPresent(complaint -> {
                throw PortalException.badInput("SECRET_KEY_FILE", "A line of SECRET_KEY_FILE " + complaint);
            });
            var secret = line.getBytes(StandardCharsets.UTF_8);
            all.add(key(id(secret), secret));
        }
        if (all.isEmpty()) {
            throw PortalException.badInput(
                    "SECRET_KEY_FILE",
                    "SECRET_KEY_FILE has no key: write one of 32 bytes or more into its first line.");
        }
        // What was signed while one of them stood in SECRET_KEY.
        List.copyOf(all)
                .forEach(each -> all.add(
                        key(SigningKeys.OF_SECRET, each.toOctetSequenceKey().toByteArray())));
        return new SigningKeys(JWSAlgorithm.HS256, new JWKSet(all));
    }

    private static JWK key(String id, byte[] secret) {
        return new OctetSequenceKey.Builder(secret)
                .keyID(id)
                .algorithm(JWSAlgorithm.HS256)
                .build();
    }

    /// The same on every server, and telling nothing of the key.
    private static String id(byte[] secret) {
        var digest = Hmac.sign(Hmac.key(secret), "key id".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }
}
