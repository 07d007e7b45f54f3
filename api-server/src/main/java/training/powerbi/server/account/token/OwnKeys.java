package training.powerbi.server.account.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Keys that the portal made itself. An old one goes on verifying what it signed until the last of that is over.
final class OwnKeys implements KeySource {
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
        var good = good(known);
        return good.size() == known.all().size() ? known : withoutOld(good);
    }

    private synchronized SigningKeys withoutOld(List<JWK> good) {
        keys = new SigningKeys(keys.algorithm(), new JWKSet(good));
        return keys;
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

    /// Puts a new key in front. The others go at the given time, if not before.
    ///
    /// @return the new key's id
    synchronized String rotate(Instant oldRetireAt) {
        var all = new ArrayList<JWK>();
        all.add(file.newKey());
        good(keys).forEach(key -> all.add(key.getExpirationTime() == null ? until(key, oldRetireAt) : key));
        var next = new SigningKeys(keys.algorithm(), new JWKSet(all));
        file.keep(next);
        keys = next;
        return next.signing().getKeyID();
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
