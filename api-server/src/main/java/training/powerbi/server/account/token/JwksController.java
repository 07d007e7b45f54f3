package training.powerbi.server.account.token;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Publishes the public halves of the signing keys (RFC 7517).
@RestController
class JwksController {
    private final KeySource keys;

    JwksController(KeySource keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    Map<String, Object> keys() {
        return keys.now().publicPart().toJSONObject();
    }
}
