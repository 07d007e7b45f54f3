package training.powerbi.server.account.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/// Keys derived one-way from the key that signs access tokens: nothing more to configure or to keep.
@Component
public class DerivedKeys {
    private final SigningKeys keys;

    DerivedKeys(SigningKeys keys) {
        this.keys = keys;
    }

    /// An HMAC-SHA256 key of its own for the purpose.
    public SecretKey keyFor(String purpose) {
        return Hmac.key(Hmac.sign(Hmac.key(secret()), purpose.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] secret() {
        return switch (keys.signing()) {
            case OctetSequenceKey shared -> shared.toByteArray();
            case ECKey pair -> pair.getD().decode();
            default ->
                throw new IllegalStateException(
                        "No secret in a key of type " + keys.signing().getKeyType());
        };
    }
}
