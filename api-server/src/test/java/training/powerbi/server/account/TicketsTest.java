package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import training.powerbi.model.Role;
import training.powerbi.model.User;

class TicketsTest {
    private static final Viewer ASHA = new Viewer("Asha Ünal", Role.STUDENT);

    private final MovableClock clock = MovableClock.stoppedAt(Instant.parse("2026-03-02T10:05:00Z"));
    private final Students students = new Students();
    private final Tickets tickets = ticketsOf("one");

    private Tickets ticketsOf(String secret) {
        return new Tickets(
                purpose -> new SecretKeySpec((secret + purpose).getBytes(StandardCharsets.UTF_8), "HmacSHA256"),
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

    private static final class Students implements Accounts {
        private final Map<String, User> people = new HashMap<>();

        void enrol(Viewer viewer, boolean active) {
            people.put(
                    viewer.userId(),
                    new User(viewer.userId(), "a@example.com", null, viewer.role(), Instant.EPOCH, null, active));
        }

        @Override
        public Optional<User> find(String userId) {
            return Optional.ofNullable(people.get(userId));
        }

        @Override
        public User require(String userId) {
            return find(userId).orElseThrow();
        }

        @Override
        public List<SessionTimes> sessions(String userId) {
            return List.of();
        }

        @Override
        public Stream<User> all() {
            return people.values().stream();
        }
    }
}
