package training.powerbi.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {
    @TempDir
    private Path devices;

    @ParameterizedTest
    @ValueSource(strings = {"dri/renderD128", "nvidiactl", "dxg"})
    void aDeviceThatDrawsIsACard(String device) throws IOException {
        Files.createDirectories(devices.resolve(device).getParent());
        Files.createFile(devices.resolve(device));

        assertThat(Drawing.hasCard(devices)).isTrue();
    }

    @Test
    void aScreenThatDrawsNothingItselfIsNone() throws IOException {
        assertThat(Drawing.hasCard(devices)).isFalse();

        Files.createDirectories(devices.resolve("dri"));
        Files.createFile(devices.resolve("dri/card0"));
        assertThat(Drawing.hasCard(devices)).isFalse();
    }
}
