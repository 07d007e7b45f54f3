package training.powerbi.server.account.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Keys derived one-way from the key that signs access tokens: nothing more to configure or to keep.
@Component
public class DerivedKeys {
    private static final String HMAC = "HmacSHA256";

    private final SigningKeys keys;

    DerivedKeys(SigningKeys keys) {
        this.keys = keys;
    }

    /// An HMAC-SHA256 key of its own for the purpose.
    public SecretKey keyFor(String purpose) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret(), HMAC));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), HMAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
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
