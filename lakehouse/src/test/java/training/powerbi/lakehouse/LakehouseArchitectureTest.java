package training.powerbi.lakehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.List;
import training.powerbi.architecture.ArchitectureRules;
import training.powerbi.architecture.Rule;

class LakehouseArchitectureTest extends ArchitectureRules {

    LakehouseArchitectureTest() {
        super(
                Lakehouse.class,
                List.of(
                        new Rule("framework", noFramework()),
                        new Rule("place", placesBehindThePort()),
                        new Rule("vocabulary.lakehouse", ownWordsOnly())));
    }

    private static ArchRule noFramework() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.micrometer..", "training.powerbi.server..")
                .because("a backup or a command line opens a store too, and starts no server for it");
    }

    private static ArchRule placesBehindThePort() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..lakehouse.files.local..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Files.class,
                        FileSystems.class,
                        FileChannel.class,
                        File.class,
                        FileInputStream.class,
                        FileOutputStream.class,
                        RandomAccessFile.class)
                .because("a store may be elsewhere than in a folder of this machine: StoreHome and StoreFiles know");
    }

    private static ArchRule ownWordsOnly() {
        return noClasses()
                .that()
                .resideInAPackage("training.powerbi..lakehouse")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.delta..", "org.apache..", "tools.jackson..")
                .because("what others see of the store must stay when the library below it goes");
    }
}
