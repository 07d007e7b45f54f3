package training.powerbi.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.server.PortalServer;

class ExpectedTablesTest {

    @Test
    void everyExpectedTableIsOneOfThePortals() throws ReflectiveOperationException {
        var defined = new HashSet<String>(Set.of("admin_actions"));
        var classes = new ClassFileImporter(Set.of(new ImportOption.DoNotIncludeTests()))
                .importPackagesOf(PortalServer.class);
        for (var type : classes) {
            for (var field : type.getFields()) {
                if (isDefinition(field)) {
                    var reflected = field.reflect();
                    reflected.setAccessible(true);
                    defined.add(((TableDefinition<?, ?>) reflected.get(null)).name());
                }
            }
        }

        assertThat(defined).as("an expected table that is none costs requests").containsAll(ExpectedTables.NAMES);
    }

    private static boolean isDefinition(JavaField field) {
        return field.getRawType().isEquivalentTo(TableDefinition.class)
                && field.getModifiers().contains(JavaModifier.STATIC);
    }
}
