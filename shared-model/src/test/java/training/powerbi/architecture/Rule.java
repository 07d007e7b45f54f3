package training.powerbi.architecture;

import com.tngtech.archunit.lang.ArchRule;

/// A rule and the package of classes that break it: a rule nobody has seen fail is not a rule.
///
/// @param fixture package below `training.powerbi.fixture`, in test sources
public record Rule(String fixture, ArchRule rule) {
    private static final String FIXTURES = "training.powerbi.fixture.";

    public String fixturePackage() {
        return FIXTURES + fixture;
    }

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
