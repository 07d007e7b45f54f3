package training.powerbi.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// How long tests wait for what must come. Who waits goes on as soon as it is there, so this costs nothing but where
/// something is broken; the ten seconds that are usual are short on a machine that builds other things as well.
///
/// JUnit finds it by itself, in every module.
public final class Patience implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }
}
