package training.powerbi.server.account.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.StoreActions;

/// Gives the portal a new key for its tokens while it runs; nobody is signed out by it.
@Service
class KeyRotation {
    /// Of what is signed with keys derived from these, tickets live longest.
    static final Duration TICKETS = Duration.ofHours(4);
    private static final Duration SKEW = Duration.ofSeconds(ClockedClaims.SKEW_SECONDS);

    private static final String KEY_ID = "keyId";
    private static final String RETIRE_AT = "oldKeysRetireAt";

    /// As GraphQL shows it.
    ///
    /// @param oldKeysRetireAt when the last of what older keys signed is over
    record Rotated(String keyId, Instant oldKeysRetireAt) {}

    private final KeySource source;
    private final TokenIssuer issuer;
    private final StoreActions actions;
    private final Clock clock;

    KeyRotation(KeySource source, TokenIssuer issuer, StoreActions actions, Clock clock) {
        this.source = source;
        this.issuer = issuer;
        this.actions = actions;
        this.clock = clock;
    }

    /// Puts a new key in front of the others, which go when nothing that they signed is left. The same attempt
    /// again is answered as before.
    ///
    /// @throws PortalException BAD_USER_INPUT when the keys are not the portal's own to change
    @PreAuthorize("hasRole('ADMIN')")
    public synchronized Rotated rotate(Attempt attempt) {
        if (!(source instanceof OwnKeys own)) {
            throw PortalException.badInput(
                    "SECRET_KEY",
                    "The operator gave this portal its key. Put a new one into the first line of the file that"
                            + " SECRET_KEY_FILE names, and take the old one out some hours later.");
        }
        var action = attempt.to(ActionType.ROTATE_SIGNING_KEY);
        var told = actions.find(action);
        if (told.isPresent()) {
            return new Rotated(
                    told.get().path(KEY_ID).asString(),
                    Instant.parse(told.get().path(RETIRE_AT).asString()));
        }
        // A crash may have come between the new key and the entry.
        var id = action.newId("signing key");
        var end = own.madeBefore(id).orElseGet(() -> rotate(own, id));
        actions.add(action, Map.of(KEY_ID, id, RETIRE_AT, end.toString()), clock.instant());
        return new Rotated(id, end);
    }

    private Instant rotate(OwnKeys own, String id) {
        if (own.isFull()) {
            throw PortalException.badInput(
                    "SECRET_KEY",
                    "The key was changed several times within the last hours; wait until old ones retire.");
        }
        var life = issuer.life().compareTo(TICKETS) > 0 ? issuer.life() : TICKETS;
        var end = clock.instant()
                .plus(life)
                .plus(SKEW)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(1);
        own.rotate(id, end);
        return end;
    }

    @Controller
    static class Endpoint {
        private final KeyRotation rotation;

        Endpoint(KeyRotation rotation) {
            this.rotation = rotation;
        }

        @MutationMapping
        Rotated rotateSigningKey(Attempt attempt) {
            return rotation.rotate(attempt);
        }
    }
}
