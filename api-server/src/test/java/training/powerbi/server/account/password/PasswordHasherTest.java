package training.powerbi.server.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher();

    @Test
    void hashesAreArgon2idWithTheAgreedCost() {
        assertThat(hasher.hash("correct horse")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void everyByteCounts() {
        var start = "é".repeat(60);
        var hash = hasher.hash(start + "a");
        assertThat(hasher.matches(start + "a", hash)).isTrue();
        assertThat(hasher.matches(start + "b", hash)).isFalse();
        assertThat(hasher.matches(start + "a ", hash)).isFalse();
    }

    @Test
    void nobodyHasNoPassword() {
        assertThat(hasher.matches("correct horse", null)).isFalse();
        assertThat(hasher.matches("", null)).isFalse();
    }

    @Test
    void checkingNobodyCostsWhatCheckingAnyoneCosts() {
        var anyone = hasher.hash("correct horse");
        assertThat(PasswordHasher.NOBODY.substring(0, PasswordHasher.NOBODY.lastIndexOf('=')))
                .isEqualTo(anyone.substring(0, anyone.lastIndexOf('=')));
        assertThat(PasswordHasher.NOBODY).hasSameSizeAs(anyone);
        assertThat(new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).upgradeEncoding(PasswordHasher.NOBODY))
                .isFalse();
    }

    @Test
    void whatCannotBeAPasswordIsWrongAndNoDefect() {
        var hash = hasher.hash("?");
        assertThat(hasher.matches("\uD800", hash)).isFalse();
        assertThat(hasher.matches("x".repeat(1_000_000), hash)).isFalse();
        assertThat(hasher.matches("x", "a hash of another kind")).isFalse();
    }
}
