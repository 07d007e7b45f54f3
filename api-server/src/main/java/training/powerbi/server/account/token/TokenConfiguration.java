package training.powerbi.server.account.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    private static final int FETCH_MILLIS = 3000;
    private static final int KEYS_MAX_BYTES = 512 * 1024;

    @Bean
    KeySource signingKeys(
            TokenProperties properties,
            @Value("${portal.token.secret-key-file:}") String secretFile,
            @Value("${portal.store.directory:portal-data}") Path dataFolder,
            Clock clock) {
        var algorithm = JWSAlgorithm.parse(properties.algorithm());
        if (algorithm.equals(JWSAlgorithm.HS256) && !secretFile.isBlank()) {
            return new SecretFile(Path.of(secretFile.strip()));
        }
        return algorithm.equals(JWSAlgorithm.HS256) && properties.secretKey().isSet()
                ? SigningKeys.ofSecret(properties.secretKey())
                : new OwnKeys(KeyFile.in(dataFolder, algorithm), clock);
    }

    /// Fetches the tenant's keys at most every 30 s whatever tokens arrive, and lives through an outage on the
    /// last ones known.
    @Bean
    @Conditional(WithEntra.class)
    EntraTokens entraTokens(EntraProperties entra, Clock clock) throws MalformedURLException {
        var address = URI.create(entra.keysAddress()).toURL();
        var retriever = new DefaultResourceRetriever(FETCH_MILLIS, FETCH_MILLIS, KEYS_MAX_BYTES);
        var keys = JWKSourceBuilder.<SecurityContext>create(address, retriever)
                .cache(Duration.ofHours(1).toMillis(), Duration.ofSeconds(10).toMillis())
                .rateLimited(Duration.ofSeconds(30).toMillis())
                .retrying(true)
                .outageTolerant(Duration.ofHours(24).toMillis())
                .build();
        return new EntraTokens(entra, keys, clock);
    }

    @Bean
    @Conditional(WithEntra.class)
    EntraSettings entraSettings(EntraProperties entra) {
        return EntraSettings.of(entra);
    }
}
