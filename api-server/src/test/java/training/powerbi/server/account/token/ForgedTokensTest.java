package training.powerbi.server.account.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import training.powerbi.model.Role;
import training.powerbi.server.account.MovableClock;

/// What a forger may try against our own tokens.
class ForgedTokensTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final MovableClock clock = MovableClock.stoppedAt(NOW);
    private final TokenProperties properties =
            new TokenProperties(new Secret(SECRET), "HS256", 30, "urn:training-portal", "training-portal-api");
    private final SigningKeys keys = SigningKeys.ofSecret(properties.secretKey());
    private final TokenVerifier verifier = new TokenVerifier(List.of(new OwnTokens(properties, keys, clock)), clock);

    @Test
    void aTokenWeIssuedSaysWhoAndWhichSession() throws Exception {
        var token = new TokenIssuer(properties, keys, clock).issue("user-1", Role.STUDENT, "session-1");
        assertThat(verifier.verify(token))
                .isEqualTo(new VerifiedToken.Own("user-1", "session-1", NOW, NOW.plus(Duration.ofMinutes(30))));
        var header = SignedJWT.parse(token).getHeader();
        assertThat(header.getType().getType()).isEqualTo("at+jwt");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getClaims())
                .containsKeys("iss", "aud", "sub", "exp", "iat", "jti", "role", "sid");
    }

    @Test
    void theTestsOwnForgeMakesGoodTokensWhenNothingIsWrong() throws Exception {
        assertThat(verifier.verify(signed(claims -> claims))).isInstanceOf(VerifiedToken.Own.class);
        assertThat(verifier.verify(signed(claims -> claims.expirationTime(at(-30)))))
                .isInstanceOf(VerifiedToken.Own.class);
    }

    @Test
    void aRememberedTokenStillExpires() throws Exception {
        var token = signed(claims -> claims);
        verifier.verify(token);
        clock.forward(Duration.ofMinutes(30).plusSeconds(59));
        verifier.verify(token);
        clock.forward(Duration.ofSeconds(2));
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidBearerTokenException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aForgeryIsRefused(String name, String token) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOf(InvalidBearerTokenException.class)
                .hasMessage("The token is not valid");
    }

    static Stream<Arguments> forgeries() throws Exception {
        var good = signed(claims -> claims);
        var parts = good.split("\\.", -1);
        var plain = new PlainJWT(good(claims -> claims)).serialize();
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("rubbish", "rubbish"),
                Arguments.of("alg none", plain),
                Arguments.of("alg None", withHeader("{\"alg\":\"None\",\"typ\":\"at+jwt\"}", parts)),
                Arguments.of("alg NONE", withHeader("{\"alg\":\"NONE\",\"typ\":\"at+jwt\"}", parts)),
                Arguments.of("alg none with the signature", withHeader("{\"alg\":\"none\"}", parts) + parts[2]),
                Arguments.of("empty signature", parts[0] + '.' + parts[1] + '.'),
                Arguments.of("stripped signature", parts[0] + '.' + parts[1]),
                Arguments.of("other payload", parts[0] + '.' + payload("{\"sub\":\"admin\"}") + '.' + parts[2]),
                Arguments.of("other secret", signed("another-secret-another-secret-32", claims -> claims)),
                Arguments.of("HS512", signed(new JWSHeader(JWSAlgorithm.HS512), SECRET + SECRET, claims -> claims)),
                Arguments.of("type JWT", signed(header(JOSEObjectType.JWT), SECRET, claims -> claims)),
                Arguments.of("no type", signed(header(null), SECRET, claims -> claims)),
                Arguments.of("unknown kid", signed(headerWithKid("other"), SECRET, claims -> claims)),
                Arguments.of("critical extension", signed(critical(), SECRET, claims -> claims)),
                Arguments.of("expired 61 s ago", signed(claims -> claims.expirationTime(at(-61)))),
                Arguments.of("valid in 120 s", signed(claims -> claims.notBeforeTime(at(120)))),
                Arguments.of("no exp", signed(claims -> claims.expirationTime(null))),
                Arguments.of("exp as text", signed(claims -> claims.claim("exp", "2099-01-01T00:00:00Z"))),
                Arguments.of("exp as digits in text", signed(claims -> claims.claim("exp", "4070908800"))),
                Arguments.of("no iat", signed(claims -> claims.issueTime(null))),
                Arguments.of("no sub", signed(claims -> claims.subject(null))),
                Arguments.of("no sid", signed(claims -> claims.claim("sid", null))),
                Arguments.of("sid as number", signed(claims -> claims.claim("sid", 7))),
                Arguments.of("wrong aud", signed(claims -> claims.audience("someone-else"))),
                Arguments.of("no aud", signed(claims -> claims.audience((String) null))),
                Arguments.of("wrong iss", signed(claims -> claims.issuer("urn:someone-else"))),
                Arguments.of("no iss", signed(claims -> claims.issuer(null))));
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws Exception {
        var pair = new ECKeyGenerator(Curve.P_256)
                .keyID("k1")
                .algorithm(JWSAlgorithm.ES256)
                .generate();
        var es256 = new TokenProperties(new Secret(""), "ES256", 30, "urn:training-portal", "training-portal-api");
        var published = new SigningKeys(JWSAlgorithm.ES256, new JWKSet(pair));
        var esVerifier = new TokenVerifier(List.of(new OwnTokens(es256, published, clock)), clock);
        assertThat(esVerifier.verify(new TokenIssuer(es256, published, clock).issue("u", Role.STUDENT, "s")))
                .isInstanceOf(VerifiedToken.Own.class);
        for (var secret : publicForms(pair)) {
            var token = signed(headerWithKid("k1"), secret, claims -> claims);
            assertThatThrownBy(() -> esVerifier.verify(token)).isInstanceOf(InvalidBearerTokenException.class);
        }
        var embedded = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TokenIssuer.TYPE)
                        .jwk(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK())
                        .build(),
                good(claims -> claims));
        embedded.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        assertThatThrownBy(() -> esVerifier.verify(embedded.serialize()))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void anOlderKeyStillVerifiesUntilItIsTakenAway() throws Exception {
        var old = keyNamed("old", SECRET);
        var fresh = keyNamed("new", "fedcba9876543210fedcba9876543210");
        var token = new TokenIssuer(properties, new SigningKeys(JWSAlgorithm.HS256, new JWKSet(old)), clock)
                .issue("u", Role.STUDENT, "s");
        assertThat(verifierWith(fresh, old).verify(token)).isInstanceOf(VerifiedToken.Own.class);
        assertThatThrownBy(() -> verifierWith(fresh).verify(token)).isInstanceOf(InvalidBearerTokenException.class);
    }

    private TokenVerifier verifierWith(OctetSequenceKey... some) {
        var set = new SigningKeys(JWSAlgorithm.HS256, new JWKSet(List.copyOf(Arrays.asList(some))));
        return new TokenVerifier(List.of(new OwnTokens(properties, set, clock)), clock);
    }

    private static OctetSequenceKey keyNamed(String id, String secret) {
        return new OctetSequenceKey.Builder(secret.getBytes(StandardCharsets.UTF_8))
                .keyID(id)
                .algorithm(JWSAlgorithm.HS256)
                .build();
    }

    private static List<String> publicForms(ECKey pair) throws JOSEException {
        var der = pair.toPublicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        return List.of(
                pem,
                new String(der, StandardCharsets.ISO_8859_1),
                pair.toPublicJWK().toJSONString());
    }

    private static JWSHeader header(@Nullable JOSEObjectType type) {
        return new JWSHeader.Builder(JWSAlgorithm.HS256).type(type).build();
    }

    private static JWSHeader headerWithKid(String id) {
        return new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(TokenIssuer.TYPE)
                .keyID(id)
                .build();
    }

    private static JWSHeader critical() {
        return new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(TokenIssuer.TYPE)
                .criticalParams(Set.of("x-ours"))
                .customParam("x-ours", 1)
                .build();
    }

    private static String withHeader(String header, String... parts) {
        return payload(header) + '.' + parts[1] + '.';
    }

    private static String payload(String json) {
        return Base64URL.encode(json).toString();
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(SECRET, change);
    }

    private static String signed(String secret, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(header(TokenIssuer.TYPE), secret, change);
    }

    private static String signed(JWSHeader header, String secret, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        JWSSigner signer = new MACSigner(secret.getBytes(StandardCharsets.ISO_8859_1));
        var token = new SignedJWT(header, good(change));
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet good(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer("urn:training-portal")
                        .audience("training-portal-api")
                        .subject("user-1")
                        .issueTime(at(0))
                        .expirationTime(at(1800))
                        .jwtID("id")
                        .claim("sid", "session-1"))
                .build();
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
