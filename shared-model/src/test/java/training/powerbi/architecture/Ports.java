package training.powerbi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// The interfaces of some packages by which others reach what lies behind them.
///
/// @param packages full names, without those below
public record Ports(Set<String> packages) {

    /// Whether it is a top-level interface that does something; the sealed ones of records do not.
    public boolean contain(JavaClass type) {
        return type.isInterface()
                && type.isTopLevelClass()
                && packages.contains(type.getPackageName())
                && type.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    public DescribedPredicate<JavaClass> haveOne() {
        return DescribedPredicate.describe(
                "have a port",
                type -> !type.isInterface()
                        && type.getAllRawInterfaces().stream().anyMatch(this::contain));
    }

    public ArchRule hideTheirAdapters() {
        return classes()
                .that(haveOne())
                .should()
                .notBePublic()
                .because("whoever sees an adapter need not know its port");
    }
}
