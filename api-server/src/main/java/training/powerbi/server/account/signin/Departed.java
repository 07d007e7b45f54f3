package training.powerbi.server.account.signin;

import java.time.Instant;

/// Who was erased here and is still known at Microsoft.
@FunctionalInterface
public interface Departed {

    /// Whether the person was erased after the token was issued: it must not bring them back.
    boolean since(String entraKey, Instant issuedAt);
}
