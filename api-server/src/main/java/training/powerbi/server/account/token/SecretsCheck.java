package training.powerbi.server.account.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.store.SharedStore;

/// Refuses to start on secrets that everybody knows. Runs before anything is opened or made.
@Component
class SecretsCheck implements BeanFactoryPostProcessor {
    private static final int MIN_KEY_BYTES = 32;
    private static final String SAMPLE_KEY = "your-secret-key-here";
    private static final String SAMPLE_PASSWORD = "PowerBI2026Admin!";
    private static final String VAULT_REFERENCE = "@Microsoft.KeyVault(";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        check(beans.getBean(ConfigurableEnvironment.class));
    }

    static void check(ConfigurableEnvironment environment) {
        checkVault(environment);
        var key = environment.getProperty("portal.token.secret-key", "");
        var file = environment.getProperty("portal.token.secret-key-file", "");
        if (!key.isBlank() && !file.isBlank()) {
            throw PortalException.badInput(
                    "SECRET_KEY_FILE", "SECRET_KEY and SECRET_KEY_FILE are both set; leave SECRET_KEY out.");
        }
        if (!file.isBlank()
                && environment
                        .getProperty("portal.token.algorithm", "HS256")
                        .strip()
                        .equals("ES256")) {
            throw PortalException.badInput(
                    "JWT_ALGORITHM",
                    "The keys in SECRET_KEY_FILE sign with HS256 only: leave JWT_ALGORITHM out, or leave"
                            + " SECRET_KEY_FILE out and keys are made for you.");
        }
        if (key.strip().equals(SAMPLE_KEY)) {
            throw PortalException.badInput(
                    "SECRET_KEY",
                    "SECRET_KEY is the sample value that everyone can read: set one of your"
                            + " own, or leave it out and a key is made for you.");
        }
        if (!key.isBlank() && key.getBytes(StandardCharsets.UTF_8).length < MIN_KEY_BYTES) {
            throw PortalException.badInput(
                    "SECRET_KEY",
                    "SECRET_KEY is shorter than 32 bytes: set a longer one, or leave it out"
                            + " and a key is made for you.");
        }
        checkShared(environment, key + file);
        var debug = environment.getProperty("portal.debug", "").equalsIgnoreCase("true");
        if (!debug
                && environment
                        .getProperty("portal.bootstrap.admin-password", "")
                        .equals(SAMPLE_PASSWORD)) {
            throw PortalException.badInput(
                    "DEFAULT_ADMIN_PASSWORD",
                    "DEFAULT_ADMIN_PASSWORD is the sample value that everyone can read: set"
                            + " one of your own, or leave it out and one is made for you.");
        }
    }

    /// Azure hands on the reference itself where it cannot resolve it: everybody who knows the vault's name would know
    /// the secret.
    private static void checkVault(ConfigurableEnvironment environment) {
        environment.getPropertySources().stream()
                .flatMap(source ->
                        source instanceof EnumerablePropertySource<?> listed ? unresolved(listed) : Stream.empty())
                .findFirst()
                .ifPresent(name -> {
                    throw PortalException.badInput(
                            name,
                            "The app cannot read the vault yet: " + name + " is still the reference to the secret, not"
                                    + " the secret. Wait some minutes and restart; if it stays so, look whether the"
                                    + " secret is in the vault and the app's identity may read it.");
                });
    }

    private static Stream<String> unresolved(EnumerablePropertySource<?> source) {
        return Arrays.stream(source.getPropertyNames())
                .filter(name -> source.getProperty(name) instanceof CharSequence value
                        && value.toString().strip().startsWith(VAULT_REFERENCE));
    }

    /// Why nobody should use the key.
    static Optional<String> complaint(String key) {
        if (key.equals(SAMPLE_KEY)) {
            return Optional.of("is the sample value that everyone can read: write one of your own.");
        }
        return key.getBytes(StandardCharsets.UTF_8).length < MIN_KEY_BYTES
                ? Optional.of("is shorter than 32 bytes: write a longer one.")
                : Optional.empty();
    }

    /// What one server of several makes for itself the others do not have.
    private static void checkShared(Environment environment, String key) {
        if (!SharedStore.isMeant(environment)) {
            return;
        }
        if (key.isBlank()) {
            throw PortalException.badInput(
                    "SECRET_KEY",
                    "SECRET_KEY must be set when the tables are in OneLake, or SECRET_KEY_FILE, and be the same on all"
                            + " servers: they accept each other's tokens.");
        }
        if (environment.getProperty("portal.token.algorithm", "HS256").equals("ES256")) {
            throw PortalException.badInput(
                    "JWT_ALGORITHM",
                    "JWT_ALGORITHM must be HS256 when the tables are in OneLake: the key pair of ES256 is made by each"
                            + " server for itself.");
        }
    }
}
