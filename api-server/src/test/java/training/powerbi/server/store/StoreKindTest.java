package training.powerbi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StoreKindTest {

    @ParameterizedTest
    @CsvSource({
        "'', false, LOCAL",
        "'', true, ONELAKE",
        "local, true, LOCAL",
        "local, false, LOCAL",
        "OneLake, true, ONELAKE",
        "' mirror ', true, MIRROR"
    })
    void theSettingSaysWhereTheTablesAreAndTheLakehouseDoesWithoutIt(
            String setting, boolean lakehouse, StoreKind kind) {
        assertThat(StoreKind.of(setting, lakehouse)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mirror", "onelake"})
    void aLakehouseThatIsNotSetIsAskedFor(String setting) {
        assertThatThrownBy(() -> StoreKind.of(setting, false))
                .hasMessageContaining("STORE=" + setting + " needs a lakehouse. Set FABRIC_WORKSPACE_ID");
    }

    @Test
    void anotherWordIsRefusedWithTheList() {
        assertThatThrownBy(() -> StoreKind.of("onedrive", true))
                .hasMessageContaining("STORE may be local, onelake, mirror.");
    }

    @ParameterizedTest
    @CsvSource({"'', true", "mirror, false", "local, false", "onelake, true"})
    void onlyALakehouseWithTheTablesIsShared(String setting, boolean shared) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("portal.fabric.workspace-id", "ws", "portal.store.kind", setting)));

        assertThat(SharedStore.isMeant(environment)).isEqualTo(shared);
    }
}
