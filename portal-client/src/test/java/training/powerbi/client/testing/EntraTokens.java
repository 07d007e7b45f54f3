package training.powerbi.client.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.client.testing.FakeEntra.Person;

/// Signed tokens with the claims that Entra's version 2.0 tokens carry.
final class EntraTokens {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String KEY = "fake-key";
    private static final long LIFE_SECONDS = 3_600;

    private final KeyPair pair;
    private final String issuer;
    private final String client;
    private final Clock clock;

    EntraTokens(String issuer, String client, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String access(Person who) {
        var claims = claims(who);
        claims.put("scp", "access_as_user");
        claims.put("roles", who.roles());
        return signed(claims);
    }

    String id(Person who) {
        return signed(claims(who));
    }

    /// Without it Microsoft's library would know no account.
    static String clientInfo(Person who) {
        return part(Map.of("uid", who.objectId(), "utid", who.tenant()));
    }

    private Map<String, Object> claims(Person who) {
        long now = clock.instant().getEpochSecond();
        return new HashMap<String, Object>(Map.of(
                "iss",
                issuer,
                "aud",
                client,
                "sub",
                "sub-" + who.objectId(),
                "oid",
                who.objectId(),
                "tid",
                who.tenant(),
                "ver",
                "2.0",
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS,
                "name",
                who.name(),
                "preferred_username",
                who.email()));
    }

    private String signed(Map<String, Object> claims) {
        claims.put("uti", UUID.randomUUID().toString());
        var text = part(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY)) + '.' + part(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + '.' + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, ?> content) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(content));
    }

    Map<String, Object> keys() {
        var key = (RSAPublicKey) pair.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        KEY,
                        "n",
                        number(key.getModulus()),
                        "e",
                        number(key.getPublicExponent()))));
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
