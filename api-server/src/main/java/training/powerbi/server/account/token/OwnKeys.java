package training.powerbi.server.account.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keys that the portal made itself. An old one goes on verifying what it signed until the last of that is over.
final class OwnKeys implements KeySource {
    private static final Logger LOG = LoggerFactory.getLogger(OwnKeys.class);
    /// Whoever makes more within some hours has no reason to.
    private static final int MOST = 8;

    private final KeyFile file;
    private final Clock clock;
    private volatile SigningKeys keys;

    OwnKeys(KeyFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.keys = file.loadOrCreate();
    }

    @Override
    public SigningKeys now() {
        var known = keys;
        return good(known).size() == known.all().size() ? known : withoutOld();
    }

    private synchronized SigningKeys withoutOld() {
        // Anew, as there may be a new key by now.
        var good = good(keys);
        if (good.size() != keys.all().size()) {
            keys = new SigningKeys(keys.algorithm(), new JWKSet(good));
            tidy(keys);
        }
        return keys;
    }

    /// What is over counts no more, whether or not it can be taken out of the file now.
    private void tidy(SigningKeys left) {
        try {
            file.keep(left);
        } catch (UncheckedIOException e) {
            LOG.warn("Keys that are over stay in the file until the next change: {}", e.toString());
        }
    }

    private List<JWK> good(SigningKeys some) {
        var now = clock.instant();
        return some.all().getKeys().stream()
                .filter(key -> key.getExpirationTime() == null
                        || now.isBefore(key.getExpirationTime().toInstant()))
                .toList();
    }

    boolean isFull() {
        return now().all().size() >= MOST;
    }

    /// When the last of the other keys goes, if there is a key of that id.
    Optional<Instant> madeBefore(String id) {
        var all = now().all().getKeys();
        return all.stream().anyMatch(key -> id.equals(key.getKeyID()))
                ? Optional.of(all.stream()
                        .map(JWK::getExpirationTime)
                        .filter(Objects::nonNull)
                        .map(Date::toInstant)
                        .max(Comparator.naturalOrder())
                        .orElseGet(clock::instant))
                : Optional.empty();
    }

    /// Puts a new key in front. The others go at the given time, if not before.
    ///
    /// @param id the new key's
    synchronized void rotate(String id, Instant oldRetireAt) {
        var all = new ArrayList<JWK>();
        all.add(file.newKey(id));
        good(keys).forEach(key -> all.add(key.getExpirationTime() == null ? until(key, oldRetireAt) : key));
        var next = new SigningKeys(keys.algorithm(), new JWKSet(all));
        file.keep(next);
        keys = next;
    }

    private static JWK until(JWK key, Instant end) {
        try {
            var json = key.toJSONObject();
            json.put("exp", end.getEpochSecond());
            return JWK.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("A key with an end is a key", e);
        }
    }
}
