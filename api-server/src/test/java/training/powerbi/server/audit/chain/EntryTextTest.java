package training.powerbi.server.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The form never changes: what was hashed by one version is hashed the same by all that follow.
class EntryTextTest {

    @Test
    void isJsonAsRfc8785HasIt() {
        var row = AdminActionRow.of(
                        "a1",
                        "ada",
                        "update_day",
                        3,
                        "{\"title\":\"Ä \u0001\u001f\t/\\ 😀\u2028\"}",
                        Instant.parse("2026-03-01T09:00:00.123456Z"))
                .behind(4, "ab".repeat(32));

        assertThat(EntryText.of(row))
                .isEqualTo("{\"action_id\":\"a1\",\"action_type\":\"update_day\",\"admin_id\":\"ada\",\"day_number\":3,"
                        + "\"metadata\":\"{\\\"title\\\":\\\"Ä \\u0001\\u001f\\t/\\\\ 😀\u2028\\\"}\","
                        + "\"previous_hash\":\"" + "ab".repeat(32)
                        + "\",\"sequence\":5,\"timestamp\":1772355600123456}");
        assertThat(row.hash()).isEqualTo(EntryText.hash(row)).matches("[0-9a-f]{64}");
    }

    @Test
    void aRowFromBeforeTheChainHasNoPlaceAndPerhapsNoDay() {
        var row = AdminActionRow.of("a1", "operator", "repair_store", null, "{}", Instant.EPOCH.minusNanos(1_000));

        assertThat(EntryText.of(row))
                .isEqualTo("{\"action_id\":\"a1\",\"action_type\":\"repair_store\",\"admin_id\":\"operator\","
                        + "\"day_number\":null,\"metadata\":\"{}\",\"previous_hash\":null,\"sequence\":null,"
                        + "\"timestamp\":-1}");
    }
}
