package training.powerbi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Consumer;
import training.powerbi.model.Role;
import training.powerbi.model.error.PortalException;

class SharedModelArchitectureTest extends ArchitectureRules {

    SharedModelArchitectureTest() {
        super(Role.class, List.of(new Rule("modeldependency", onlyJava()), new Rule("modeltype", onlyData())));
    }

    private static ArchRule onlyJava() {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "training.powerbi.model..")
                .because("server and desktop share words, not frameworks");
    }

    private static ArchRule onlyData() {
        return classes()
                .that()
                .doNotHaveSimpleName("package-info")
                .should(beDataOrTheOneException())
                .because("the shared model says what things are; what happens to them is decided by a side");
    }

    private static ArchCondition<JavaClass> beDataOrTheOneException() {
        return Conditions.should(
                "be records, enums, sealed interfaces, or PortalException",
                SharedModelArchitectureTest::reportIfNotData);
    }

    private static void reportIfNotData(JavaClass type, Consumer<String> report) {
        var data = type.isRecord()
                || type.isEnum()
                || (type.isInterface() && type.reflect().isSealed())
                || type.isEquivalentTo(PortalException.class);
        if (!data) {
            report.accept("is neither record, enum, sealed interface nor the one exception");
        }
    }
}
