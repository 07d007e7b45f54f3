package training.powerbi.lakehouse.sql;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.SqlPlace;

/// The name of a lakehouse, which is the endpoint's database: as set, or as Fabric's REST has it, asked once.
final class LakehouseName {
    private static final int OK = 200;

    private final FabricRest fabric;
    private volatile @Nullable String known;

    LakehouseName(SqlPlace place, FabricRest fabric) {
        this.fabric = fabric;
        this.known = place.database().orElse(null);
    }

    /// @throws NoNameException when Fabric does not tell
    String get() throws IOException {
        var name = known;
        if (name == null) {
            name = ask();
            known = name;
        }
        return name;
    }

    private String ask() throws IOException {
        var answer = fabric.lakehouse();
        var name = answer.statusCode() == OK
                ? FabricRest.json(answer).path("displayName").asString("")
                : "";
        if (name.isEmpty()) {
            throw new NoNameException(answer.uri().getHost() + " answered " + answer.statusCode());
        }
        return name;
    }

    /// Fabric did not tell the lakehouse's name.
    static final class NoNameException extends IOException {
        private static final long serialVersionUID = 1L;

        NoNameException(String message) {
            super(message);
        }
    }
}
