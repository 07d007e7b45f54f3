package training.powerbi.server.account.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Signs tickets. Derived from the key that signs access tokens, so it is as secret, as durable and as shared between
/// servers as that one; a ticket can never be taken for a token nor the other way round.
@Component
public class TicketKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "training-portal tickets".getBytes(StandardCharsets.UTF_8);

    private final SecretKeySpec key;

    TicketKey(SigningKeys keys) {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(secret(keys.signing()), ALGORITHM), PURPOSE), ALGORITHM);
    }

    public byte[] sign(byte[] content) {
        return mac(key, content);
    }

    private static byte[] mac(SecretKeySpec key, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }

    private static byte[] secret(JWK signing) {
        return switch (signing) {
            case OctetSequenceKey secret -> secret.toByteArray();
            case ECKey pair -> pair.getD().decode();
            default -> throw new IllegalStateException("tokens are signed with HS256 or ES256");
        };
    }
}
