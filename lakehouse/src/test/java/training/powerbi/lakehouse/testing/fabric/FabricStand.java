package training.powerbi.lakehouse.testing.fabric;

import java.io.IOException;

/// What stands in for Fabric, for programs beside the tests, until it is ended: an empty lakehouse at the end of a line
/// that takes its time.
public final class FabricStand {
    private static final int TOKEN_SECONDS = 3600;

    private FabricStand() {}

    /// Starts all of it, says where it is, and waits to be ended.
    ///
    /// @param words how many milliseconds each way takes; to be started in the folder of this module
    public static void main(String... words) throws IOException, InterruptedException {
        var doubles = new FabricDoubles(TOKEN_SECONDS);
        var azurite = Azurite.start();
        doubles.use(azurite, Entra.start(azurite, TOKEN_SECONDS));
        var line = doubles.faultyLine(1, "{\"delayMs\":" + words[0] + "}");
        var place = line.to(doubles.lakehouse());
        System.out.println(String.join(
                " ",
                place.blobEndpoint().toString(),
                doubles.authority().toString(),
                place.workspace(),
                place.lakehouse(),
                doubles.tls().trustStore().toString()));
        Thread.currentThread().join();
    }
}
