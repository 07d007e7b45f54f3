package training.powerbi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds one module's production classes to the common rules and to the module's own. Each module extends this
/// with a class that names any one of its types.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {
    private final JavaClasses production;
    private final List<Rule> rules;

    protected ArchitectureRules(Class<?> anyTypeOfTheModule, List<Rule> ownRules) {
        var home = anyTypeOfTheModule.getProtectionDomain().getCodeSource().getLocation();
        production = new ClassFileImporter().importUrl(home);
        rules = Stream.concat(CommonRules.ALL.stream(), ownRules.stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKept(Rule rule) {
        rule.rule().allowEmptyShould(true).check(production);
    }

    /// Classes right in the fixture's package are the offenders, those below it are what they offend against.
    @ParameterizedTest
    @MethodSource("rules")
    void isSeenToRejectEveryOffenderOfItsFixture(Rule rule) {
        var fixture = new ClassFileImporter().importPackages(rule.fixturePackage());
        var offenders = fixture.stream()
                .filter(type -> type.getPackageName().equals(rule.fixturePackage()))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .toList();

        var verdict = rule.rule().evaluate(fixture);

        assertThat(verdict.hasViolation()).isTrue();
        var report = verdict.getFailureReport().toString();
        assertThat(offenders).allSatisfy(offender -> assertThat(report).contains(offender));
    }

    List<Rule> rules() {
        return rules;
    }
}
