package training.powerbi.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/// Servers that share a lakehouse have names of their own, and their lines begin with them.
class InstanceNameTest {

    private static MockEnvironment named(MockEnvironment environment) {
        new InstanceName().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @Test
    void eachOfSeveralServersHasANameThatItsLinesBeginWith() {
        var one = named(new MockEnvironment().withProperty("portal.fabric.workspace-id", "w"));
        var other = named(new MockEnvironment().withProperty("portal.fabric.workspace-id", "w"));
        var name = one.getProperty(InstanceName.PROPERTY);

        assertThat(name).matches("[0-9a-f]{8}").isNotEqualTo(other.getProperty(InstanceName.PROPERTY));
        assertThat(one.resolvePlaceholders("[${portal.store.instance-mark:}-]")).isEqualTo("[" + name + " -]");
    }

    @Test
    void theOnlyServerOfAFolderNeedsNone() {
        var alone = named(new MockEnvironment());

        assertThat(alone.getProperty(InstanceName.PROPERTY)).isNull();
        assertThat(alone.resolvePlaceholders("[${portal.store.instance-mark:}-]"))
                .isEqualTo("[-]");
    }
}
