package training.powerbi.lakehouse.files.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.files.ForwardingFiles;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.journal.JournaledTable;

/// What stands before a port hands on every method, the ones with a default too: otherwise what the place says to a new
/// one would not be heard.
class PortForwardingTest {
    record Pair(Class<?> port, Class<?> before) {}

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(StoreHome.class, CopyingHome.class),
                new Pair(StoreFiles.class, CopyingFiles.class),
                new Pair(StoreFiles.class, ForwardingFiles.class),
                new Pair(BlobStore.class, AwayBlobs.class),
                new Pair(DeltaTable.class, JournaledTable.class));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyMethodIsHandedOn(Pair pair) {
        assertThat(Arrays.stream(pair.port().getMethods())
                        // Made of the others.
                        .filter(method -> !method.getName().equals("append") || pair.port() != DeltaTable.class)
                        .filter(method -> !declares(pair.before(), method)))
                .isEmpty();
    }

    private static boolean declares(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
