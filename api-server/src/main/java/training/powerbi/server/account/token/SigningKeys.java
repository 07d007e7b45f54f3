package training.powerbi.server.account.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;

/// The keys of our own tokens. The first one signs; all of them verify, each found by its key id, so that a
/// new key can be put in front while tokens of the old one are still out.
record SigningKeys(JWSAlgorithm algorithm, JWKSet all) implements KeySource {
    static final String OF_SECRET = "secret-key";

    SigningKeys {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("At least one signing key is needed");
        }
    }

    static SigningKeys ofSecret(Secret secret) {
        var key = new OctetSequenceKey.Builder(secret.bytes())
                .keyID(OF_SECRET)
                .algorithm(JWSAlgorithm.HS256)
                .build();
        return new SigningKeys(JWSAlgorithm.HS256, new JWKSet(key));
    }

    /// Keys that never change.
    @Override
    public SigningKeys now() {
        return this;
    }

    JWK signing() {
        return all.getKeys().getFirst();
    }

    /// Without anything private: empty for HS256, which has no public half.
    JWKSet publicPart() {
        return all.toPublicJWKSet();
    }
}
