package training.powerbi.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;

/// What holds in every module.
final class CommonRules {
    static final List<Rule> ALL = List.of(
            new Rule("cycle", noCycles()),
            new Rule("unmarked", nullMarked()),
            new Rule("streams", noStandardStreams()),
            new Rule("threads", noThreads()),
            new Rule("sleep", noSleep()),
            new Rule("staticstate", noStaticState()),
            new Rule("clock", noHiddenClock()),
            new Rule("locale", noHiddenLocale()),
            new Rule("constructor", smallConstructors()),
            new Rule("naming", meaningfulNames()));

    private CommonRules() {}

    private static ArchRule noCycles() {
        return slices().matching("training.powerbi.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other cannot be read, tested or replaced one at a time");
    }

    private static ArchRule nullMarked() {
        return classes()
                .should(Conditions.resideInANullMarkedPackage())
                .because("NullAway looks at marked packages only");
    }

    private static ArchRule noStandardStreams() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
                "an operator reads one log, with levels and request ids");
    }

    private static ArchRule noThreads() {
        return noClasses()
                .should()
                .callConstructorWhere(target(owner(assignableTo(Thread.class))))
                .orShould()
                .beAssignableTo(Thread.class)
                .because("threads have names and owners that stop them: Thread.ofVirtual() or an executor");
    }

    private static ArchRule noSleep() {
        return noClasses()
                .should()
                .accessTargetWhere(target(owner(assignableTo(Thread.class))).and(target(name("sleep"))))
                .because("whoever waits, waits for something that can wake it");
    }

    private static ArchRule noStaticState() {
        return classes()
                .should(Conditions.haveNoStaticMutableState())
                .because("state belongs to an object with an owner; shared statics make tests and restarts lie");
    }

    private static ArchRule noHiddenClock() {
        return noClasses()
                .should()
                .accessTargetWhere(Conditions.readsTheSystemClock())
                .because("time comes from an injected java.time.Clock, which a test can hold still");
    }

    private static ArchRule noHiddenLocale() {
        return noClasses()
                .should()
                .accessTargetWhere(Conditions.usesTheDefaultLocale())
                .because("a server in Turkey must spell 'ID' as one in Ireland does: pass Locale.ROOT");
    }

    private static ArchRule smallConstructors() {
        return classes()
                .that()
                .areNotRecords()
                .and()
                .areNotEnums()
                .should(Conditions.haveConstructorsOfAtMost(7))
                .because("a class that needs more collaborators does more than one thing");
    }

    private static ArchRule meaningfulNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
                .because("such a name does not say what the class is for");
    }
}
