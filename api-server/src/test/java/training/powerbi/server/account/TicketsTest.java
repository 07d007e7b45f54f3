package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import training.powerbi.model.Role;

class TicketsTest {
    private static final Viewer ASHA = new Viewer("Asha Ünal", Role.STUDENT, "session-1");

    private final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-03-02T10:05:00Z"));
    private final Students students = new Students();
    private final Tickets tickets = ticketsOf("one");

    private Tickets ticketsOf(String secret) {
        return new Tickets(
                purpose ->
                        List.of(new SecretKeySpec((secret + purpose).getBytes(StandardCharsets.UTF_8), "HmacSHA256")),
                students,
                clock);
    }

    @Test
    void aTicketNamesItsUserAndSubjectForAboutFourHours() {
        students.enrol(ASHA, true);
        var ticket = tickets.issue(ASHA, "video 7");

        assertThat(tickets.read(ticket)).contains(new Ticket(ASHA, "video 7"));
        clock.forward(Duration.ofMinutes(209));
        assertThat(tickets.read(ticket)).isPresent();
        clock.forward(Duration.ofMinutes(31));
        assertThat(tickets.read(ticket)).isEmpty();
    }

    @Test
    void aTicketDiesWithItsAccount() {
        students.enrol(ASHA, true);
        var ticket = tickets.issue(ASHA, "video 7");
        students.enrol(ASHA, false);

        assertThat(tickets.read(ticket)).isEmpty();
    }

    @Test
    void askingAgainSoonGivesTheSameTicketAndLaterAnother() {
        var first = tickets.issue(ASHA, "video 7");
        clock.forward(Duration.ofMinutes(4));
        assertThat(tickets.issue(ASHA, "video 7")).isEqualTo(first);
        clock.forward(Duration.ofMinutes(30));
        assertThat(tickets.issue(ASHA, "video 7")).isNotEqualTo(first);
    }

    @Test
    void aTicketOfAnotherServerOrWithAnyCharacterChangedIsForged() {
        students.enrol(ASHA, true);
        var ticket = tickets.issue(ASHA, "video 7");

        assertThat(ticketsOf("two").read(ticket)).isEmpty();
        for (int i = 0; i < ticket.length(); i++) {
            var forged = new StringBuilder(ticket);
            forged.setCharAt(i, ticket.charAt(i) == 'A' ? 'B' : 'A');
            assertThat(tickets.read(forged.toString())).isEmpty();
        }
        for (var nonsense : List.of("", ".", "%%%.%%%", "A".repeat(500) + '.' + "A".repeat(5_000))) {
            assertThat(tickets.read(nonsense)).isEmpty();
        }
    }

    @Test
    void aTicketEndsWithItsSessionAndNotWithAnotherOne() {
        students.enrol(ASHA, true);
        var ticket = tickets.issue(ASHA, "video 7");
        var elsewhere = tickets.issue(new Viewer(ASHA.userId(), ASHA.role(), "session-2"), "video 7");
        students.over.add("session-1");

        assertThat(tickets.read(ticket)).isEmpty();
        assertThat(tickets.read(elsewhere)).isPresent();
    }

    private static final class Students implements Standing {
        private final Map<String, Viewer> people = new HashMap<>();
        private final Set<String> over = new HashSet<>();

        void enrol(Viewer viewer, boolean active) {
            people.put(viewer.userId(), viewer);
            if (!active) {
                people.remove(viewer.userId());
            }
        }

        @Override
        public Optional<Viewer> now(String userId, String sessionId) {
            return Optional.ofNullable(people.get(userId))
                    .filter(viewer -> !over.contains(sessionId))
                    .map(viewer -> new Viewer(userId, viewer.role(), sessionId));
        }

        @Override
        public boolean isActiveAdmin(String userId) {
            return false;
        }
    }
}
