package training.powerbi.server.upkeep;

import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class WarningsController {
    private final SecretExpiry secrets;

    WarningsController(SecretExpiry secrets) {
        this.secrets = secrets;
    }

    @QueryMapping
    List<String> warnings() {
        return secrets.warnings();
    }
}
