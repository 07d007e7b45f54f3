package training.powerbi.server.account.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.Decision;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.testing.MemoryLakehouse;
import training.powerbi.model.Role;
import training.powerbi.server.account.MovableClock;
import training.powerbi.server.account.PurposeKeys;
import training.powerbi.server.account.signin.PlaceRow;
import training.powerbi.server.account.signin.StoredPlaces;
import training.powerbi.server.account.user.UserRow;

/// A server that has not yet heard what another one did.
class ErasuresTest {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");
    private static final String MICROSOFT = "issuer tenant object";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Erasures erasures;
    private Late<String, ErasureRow> table;
    private Late<String, UserRow> users;
    private MovableClock clock;

    /// What another server commits is there when someone asks for the newest.
    static final class Late<K, R extends Record> implements DeltaTable<K, R> {
        private final DeltaTable<K, R> far;
        private TableSnapshot<K, R> known;

        Late(TableDefinition<K, R> definition) {
            this.far = new MemoryLakehouse().table(definition);
            this.known = far.snapshot();
        }

        @Override
        public String name() {
            return far.name();
        }

        @Override
        public TableSnapshot<K, R> snapshot() {
            return known;
        }

        @Override
        public <T> CommitResult<T> update(Decision<K, R, T> decision) {
            var result = far.update(decision);
            known = far.snapshot();
            return result;
        }

        @Override
        public <T> CompletableFuture<CommitResult<T>> submit(Decision<K, R, T> decision) {
            return CompletableFuture.completedFuture(update(decision));
        }

        @Override
        public void onChange(Consumer<TableChange<K, R>> listener) {
            far.onChange(listener);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Tables {
        @Bean
        Late<String, ErasureRow> erasureRows() {
            return new Late<>(ErasureRow.DEFINITION);
        }

        @Bean
        Late<String, UserRow> userRows() {
            return new Late<>(UserRow.DEFINITION);
        }

        @Bean
        Late<String, PlaceRow> placeRows() {
            return new Late<>(PlaceRow.DEFINITION);
        }

        @Bean
        PurposeKeys keys() {
            return purpose -> List.of(new SecretKeySpec(purpose.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        }

        @Bean
        AccountRows nothing() {
            return new AccountRows("nothing", person -> 0, person -> {});
        }

        @Bean
        MovableClock clock() {
            return MovableClock.stoppedAt(START);
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }

        @Bean
        HistoryRetention retention() {
            return new HistoryRetention(Duration.ofDays(7), "");
        }

        @Bean
        StartOf startOf(
                Erasures erasures, Late<String, ErasureRow> table, Late<String, UserRow> users, MovableClock clock) {
            return new StartOf(erasures, table, users, clock);
        }
    }

    record StartOf(
            Erasures erasures, Late<String, ErasureRow> table, Late<String, UserRow> users, MovableClock clock) {}

    @BeforeEach
    void start() {
        context.register(Tables.class, StoredPlaces.class, Erasures.class);
        context.refresh();
        var beans = context.getBean(StartOf.class);
        erasures = beans.erasures();
        table = beans.table();
        users = beans.users();
        clock = beans.clock();
    }

    @AfterEach
    void end() {
        context.close();
    }

    private static UserRow learner() {
        return UserRow.withPassword("learner", "learner@example.org", "hash", Role.STUDENT, START)
                .withEntraKey(MICROSOFT);
    }

    @Test
    void whoWasErasedByAnotherServerIsKnownAtOnce() {
        users.append(List.of(learner()));
        var row = erasures.begin(learner());
        erasures.takeBack(row);
        table.far.append(List.of(row));

        assertThat(erasures.since(MICROSOFT, START.minusSeconds(1))).isTrue();
        assertThat(erasures.since(MICROSOFT, START.plusSeconds(1))).isFalse();
    }

    @Test
    void anErasureThatAnotherServerCompletedIsNotTakenBack() {
        users.append(List.of(learner()));
        erasures.begin(learner());
        users.far.update(now -> new Verdict<String, UserRow, Boolean>(List.of(), List.of("learner"), List.of(), true));
        clock.forward(Duration.ofMinutes(11));

        erasures.goOn();

        assertThat(erasures.find("learner")).isPresent();
    }

    @Test
    void anErasureThatNeverCountedIsTakenBackAfterAWhile() {
        users.append(List.of(learner()));
        erasures.begin(learner());
        erasures.goOn();
        assertThat(erasures.find("learner")).isPresent();
        clock.forward(Duration.ofMinutes(11));

        erasures.goOn();

        assertThat(erasures.find("learner")).isEmpty();
    }
}
