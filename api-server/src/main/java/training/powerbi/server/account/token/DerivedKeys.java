package training.powerbi.server.account.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/// Keys derived one-way from the keys that sign access tokens: nothing more to configure or to keep. They change with
/// those, and the old ones go on for as long.
@Component
public class DerivedKeys {
    private record Derived(SigningKeys from, Map<String, List<SecretKey>> byPurpose) {}

    private final KeySource source;
    private volatile Derived derived;

    DerivedKeys(KeySource source) {
        this.source = source;
        this.derived = new Derived(source.now(), new ConcurrentHashMap<>());
    }

    /// HMAC-SHA256 keys of the purpose's own, the newest first.
    public List<SecretKey> keysFor(String purpose) {
        var keys = source.now();
        var known = derived;
        if (!known.from().equals(keys)) {
            known = new Derived(keys, new ConcurrentHashMap<>());
            derived = known;
        }
        return known.byPurpose()
                .computeIfAbsent(
                        purpose,
                        each -> keys.all().getKeys().stream()
                                .map(key -> Hmac.key(
                                        Hmac.sign(Hmac.key(secret(key)), each.getBytes(StandardCharsets.UTF_8))))
                                .distinct()
                                .toList());
    }

    private static byte[] secret(JWK key) {
        return switch (key) {
            case OctetSequenceKey shared -> shared.toByteArray();
            case ECKey pair -> pair.getD().decode();
            default -> throw new IllegalStateException("No secret in a key of type " + key.getKeyType());
        };
    }
}
