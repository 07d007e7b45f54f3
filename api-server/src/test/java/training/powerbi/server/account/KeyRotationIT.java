package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys change while people work.
class KeyRotationIT {
    private static final String ROTATE = "mutation { rotateSigningKey { keyId oldKeysRetireAt } }";
    private static final String FIRST = "the first key of this portal, long enough";
    private static final String SECOND = "the second key of this portal, long enough";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int WORKERS = 3;

    @TempDir
    private Path data;

    @TempDir
    private Path vault;

    private static String keyOf(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static String login(PortalUnderTest portal) {
        return portal.login(PortalUnderTest.ADMIN, PortalUnderTest.ADMIN_PASSWORD)
                .text("access_token");
    }

    @Test
    void anOwnKeyIsChangedUnderLoadAndNobodyIsRefused() throws Exception {
        var settings = Map.of("portal.token.algorithm", "ES256");
        String old;
        try (var portal = PortalUnderTest.start(data, settings)) {
            old = login(portal);
            var refused = new ConcurrentLinkedQueue<String>();
            var stop = new AtomicBoolean();
            var atWork = new CountDownLatch(WORKERS);
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                var done = new ArrayList<Future<?>>();
                for (var worker = 0; worker < WORKERS; worker++) {
                    var email = "learner" + worker + "@example.com";
                    done.add(workers.submit(() -> work(portal, email, atWork, stop, refused)));
                }
                atWork.await();
                for (var time = 0; time < 2; time++) {
                    var rotated = portal.graphQl(login(portal), ROTATE).data("rotateSigningKey");
                    assertThat(keyOf(login(portal)))
                            .isEqualTo(rotated.path("keyId").asString())
                            .isNotEqualTo(keyOf(old));
                }
                stop.set(true);
                finish(done);
            }
            assertThat(refused).isEmpty();
            assertThat(portal.me(old).status()).isEqualTo(200);
            assertThat(published(portal)).hasSize(3).contains(keyOf(old));
            assertThat(portal.audit()).filteredOn("rotate_signing_key"::equals).hasSize(2);
            isMadeOnceHoweverOftenItIsRepeated(portal);
        }
    }

    private static void isMadeOnceHoweverOftenItIsRepeated(PortalUnderTest portal) {
        var admin = login(portal);
        var first = portal.repeatable(admin, "rotate-1", ROTATE);
        portal.clock.forward(Duration.ofMinutes(1));
        assertThat(portal.repeatable(admin, "rotate-1", ROTATE).body()).isEqualTo(first.body());
        assertThat(published(portal))
                .hasSize(4)
                .contains(first.data("rotateSigningKey").path("keyId").asString());
        assertThat(portal.audit()).filteredOn("rotate_signing_key"::equals).hasSize(3);
        assertThat(portal.repeatable(admin, "rotate-1", "mutation { createInvite(maxUses: 1) { code } }")
                        .code())
                .isEqualTo("BAD_USER_INPUT");
    }

    private static void finish(List<Future<?>> done) throws ExecutionException, InterruptedException {
        for (var each : done) {
            each.get();
        }
    }

    /// Reads with a token of before, and gets another one now and then.
    private static void work(
            PortalUnderTest portal,
            String email,
            CountDownLatch atWork,
            AtomicBoolean stop,
            ConcurrentLinkedQueue<String> refused) {
        var signedIn = portal.register(email);
        var first = signedIn.text("access_token");
        var newest = first;
        var refresh = signedIn.text("refresh_token");
        atWork.countDown();
        while (!stop.get()) {
            for (var token : List.of(first, newest)) {
                var answer = portal.me(token);
                if (answer.status() != 200) {
                    refused.add(answer.toString());
                }
            }
            var next = portal.refresh(refresh);
            if (next.status() != 200) {
                refused.add(next.toString());
                return;
            }
            newest = next.text("access_token");
            refresh = next.text("refresh_token");
        }
    }

    private static List<String> published(PortalUnderTest portal) {
        return portal.get("/.well-known/jwks.json", null)
                .body()
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid").asString())
                .toList();
    }

    @Test
    void anOldKeyGoesWhenTheLastOfWhatItSignedIsOverAndStaysUntilThenOverARestart() throws Exception {
        var settings = Map.of("portal.token.algorithm", "ES256");
        String old;
        try (var portal = PortalUnderTest.start(data, settings)) {
            old = login(portal);
            portal.graphQl(old, ROTATE);
        }
        try (var portal = PortalUnderTest.start(data, settings)) {
            assertThat(portal.me(old).status()).isEqualTo(200);
            assertThat(published(portal)).contains(keyOf(old));
            portal.clock.forward(Duration.ofHours(4).plusMinutes(2));
            assertThat(portal.me(old).status()).isEqualTo(401);
            assertThat(published(portal)).hasSize(1).doesNotContain(keyOf(old));
        }
    }

    @Test
    void aFileOfKeysIsReadAgainAndOneThatIsTakenOutCountsNoMore() throws Exception {
        var file = vault.resolve("keys");
        write(file, FIRST + "\n");
        String earlier;
        try (var portal = PortalUnderTest.start(data, Map.of("portal.token.secret-key", FIRST))) {
            earlier = login(portal);
        }
        try (var portal = PortalUnderTest.start(data, Map.of("portal.token.secret-key-file", file.toString()))) {
            assertThat(portal.me(earlier).status()).isEqualTo(200);
            var old = login(portal);
            assertThat(portal.graphQl(old, ROTATE).body().toString()).contains("BAD_USER_INPUT", "SECRET_KEY_FILE");

            write(file, SECOND + "\n" + FIRST + "\n");
            await().atMost(SOON).until(() -> !keyOf(login(portal)).equals(keyOf(old)));
            var fresh = login(portal);
            assertThat(portal.me(old).status()).isEqualTo(200);

            // What is no key changes nothing.
            write(file, "too short\n");
            assertThat(portal.me(old).status()).isEqualTo(200);

            write(file, "\n" + SECOND + "\n");
            await().atMost(SOON).until(() -> portal.me(old).status() == 401);
            assertThat(portal.me(fresh).status()).isEqualTo(200);
        }
    }

    private static void write(Path file, String content) throws IOException {
        var draft = file.resolveSibling("draft");
        Files.writeString(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
