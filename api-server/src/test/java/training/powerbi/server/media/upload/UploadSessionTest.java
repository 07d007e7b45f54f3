package training.powerbi.server.media.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class UploadSessionTest {
    /// As the server reads it: a misspelt word of a client is refused.
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void anUploadThatAnOlderPortalBeganIsGoneOnWith() {
        var old = """
                {"id":"a","recordingId":"b","userId":"c","dayNumber":1,"title":"t","declaredType":"video/mp4",
                "duration":null,"length":5,"expiresAt":"2026-01-01T00:00:00Z"}""";

        assertThat(json.readValue(old, UploadSession.class).title()).isEqualTo("t");
    }
}
