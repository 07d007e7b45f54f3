package training.powerbi.lakehouse.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.files.onelake.TestHomes;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// The trial itself, over what stands in for a tenant.
class TenantTrialTest {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    @Test
    void itReadsWhatItCommittedAndLeavesNothingBehind() throws IOException {
        var place = FABRIC.lakehouse();
        var asked = new CopyOnWriteArrayList<String>();
        var endpoint = new SqlEndpoint() {
            @Override
            public SqlEndpoint.Answer ask(String select, int most) {
                asked.add(select);
                return new SqlEndpoint.Answer(List.of("n"), List.of(List.of("101")), false);
            }

            @Override
            public Sync refresh() {
                return new Sync(false, List.of());
            }
        };
        var cleaner = TestHomes.open(FABRIC, place);

        new TenantTrial(TestHomes.open(FABRIC, place), cleaner, Optional.of(endpoint)).run();

        assertThat(asked).singleElement().asString().contains("{schema}.portal_trial_");
        assertThat(cleaner.files().tree("/Tables")).isEmpty();
    }
}
