package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.testing.DeltaTableContract;

class KernelLakehouseTest extends DeltaTableContract {
    @TempDir
    Path folder;

    private @Nullable OpenLakehouse store;

    @Override
    protected Lakehouse open() {
        var opened = TestStore.open(folder);
        store = opened;
        return opened;
    }

    @Test
    void aFolderCostsNothingAndHasNoOtherServers() {
        var opened = Objects.requireNonNull(store);

        assertThat(opened.cost()).isEmpty();
        assertThat(opened.instance()).isEmpty();
    }

    @AfterEach
    void close() throws IOException {
        Objects.requireNonNull(store).close();
    }
}
