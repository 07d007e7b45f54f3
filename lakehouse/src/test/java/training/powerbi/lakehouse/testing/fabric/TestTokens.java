package training.powerbi.lakehouse.testing.fabric;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/// Tokens with the claims Azurite looks at; it looks at no signature.
final class TestTokens {
    private TestTokens() {}

    static String storage() {
        var now = Instant.now().getEpochSecond();
        return part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "."
                + part("{\"aud\":\"https://storage.azure.com\",\"iss\":\"https://sts.windows.net/"
                        + FabricDoubles.TENANT + "/\",\"iat\":" + now + ",\"nbf\":" + (now - 60) + ",\"exp\":"
                        + (now + 3600) + "}")
                + "." + part("x");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
