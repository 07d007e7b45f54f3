package training.powerbi.server.media.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import training.powerbi.server.account.MovableClock;

class PlaybackTicketsTest {
    private final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-03-02T10:05:00Z"));
    private final PlaybackTickets tickets = ticketsOf("one");

    private PlaybackTickets ticketsOf(String secret) {
        return new PlaybackTickets(
                purpose -> new SecretKeySpec(
                        (secret + purpose).getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"),
                clock);
    }

    @Test
    void aTicketNamesItsUserForFourHours() {
        var ticket = tickets.issue("Asha Ünal", "rec");

        assertThat(tickets.read(ticket, "rec")).contains("Asha Ünal");
        clock.forward(Duration.ofMinutes(225));
        assertThat(tickets.read(ticket, "rec")).isPresent();
        clock.forward(Duration.ofMinutes(15));
        assertThat(tickets.read(ticket, "rec")).isEmpty();
    }

    @Test
    void askingAgainSoonGivesTheSameTicketAndLaterAnother() {
        var first = tickets.issue("u", "rec");
        clock.forward(Duration.ofMinutes(4));
        assertThat(tickets.issue("u", "rec")).isEqualTo(first);
        clock.forward(Duration.ofMinutes(10));
        assertThat(tickets.issue("u", "rec")).isNotEqualTo(first);
    }

    @Test
    void aTicketIsGoodForNothingElse() {
        var ticket = tickets.issue("u", "rec");

        assertThat(tickets.read(ticket, "other")).isEmpty();
        assertThat(ticketsOf("two").read(ticket, "rec")).isEmpty();
        assertThat(tickets.read(tickets.issue("v", "rec"), "rec")).contains("v");
    }

    @Test
    void aTicketWithAnyCharacterChangedIsForged() {
        var ticket = tickets.issue("user-1", "rec");
        for (int i = 0; i < ticket.length() - 1; i++) {
            var forged = new StringBuilder(ticket);
            forged.setCharAt(i, ticket.charAt(i) == 'A' ? 'B' : 'A');
            assertThat(tickets.read(forged.toString(), "rec")).isEmpty();
        }
        assertThat(tickets.read("", "rec")).isEmpty();
        assertThat(tickets.read("%%%", "rec")).isEmpty();
        assertThat(tickets.read("A".repeat(500), "rec")).isEmpty();
    }
}
