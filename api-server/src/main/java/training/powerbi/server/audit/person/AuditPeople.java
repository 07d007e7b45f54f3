package training.powerbi.server.audit.person;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;

/// Gives people the names under which the audit log knows them, and tells who is meant as long as that is kept.
public final class AuditPeople {
    private static final String PREFIX = "person:";
    private static final Pattern PSEUDONYM = Pattern.compile(PREFIX + "[0-9a-f]{64}");
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DeltaTable<String, PersonRow> people;

    public AuditPeople(DeltaTable<String, PersonRow> people) {
        this.people = people;
    }

    /// The pseudonym of each; durable when it returns. One that is there stays what it is.
    public Map<String, String> pseudonyms(Collection<String> userIds) {
        var known = known(people.snapshot(), userIds);
        if (known.size() == userIds.size()) {
            return known;
        }
        return people.update(now -> {
                    var names = known(now, userIds);
                    var fresh = userIds.stream()
                            .distinct()
                            .filter(id -> !names.containsKey(id))
                            .map(AuditPeople::row)
                            .toList();
                    fresh.forEach(row -> names.put(row.userId(), row.pseudonym()));
                    return new Verdict<>(fresh, List.of(), List.of(), names);
                })
                .answer();
    }

    private static Map<String, String> known(TableSnapshot<String, PersonRow> now, Collection<String> userIds) {
        var known = new HashMap<String, String>();
        userIds.forEach(id -> now.find(id).ifPresent(row -> known.put(id, row.pseudonym())));
        return known;
    }

    private static PersonRow row(String userId) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PersonRow(userId, HexFormat.of().formatHex(salt), PREFIX + digest(salt, userId));
    }

    /// HMAC-SHA256 of the user's id with the salt as its key.
    private static String digest(byte[] salt, String userId) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(userId.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /// Whether that is a pseudonym and nothing else.
    public static boolean isPseudonym(String text) {
        return PSEUDONYM.matcher(text).matches();
    }

    /// Who is meant by it, as long as that is known.
    public Optional<String> userId(String pseudonym) {
        return people.snapshot().select(PersonRow.BY_PSEUDONYM, pseudonym).stream()
                .findFirst()
                .map(PersonRow::userId);
    }

    /// What the log may call them: the pseudonym, and in rows of portals before the id itself.
    public List<String> namesOf(String userId) {
        return people.snapshot()
                .find(userId)
                .map(row -> List.of(userId, row.pseudonym()))
                .orElseGet(() -> List.of(userId));
    }

    /// Whether the log knows them by a name.
    public boolean knows(String userId) {
        return people.snapshot().find(userId).isPresent();
    }

    /// Forgets who is meant, for good. Returns when that is durable.
    public void forget(Collection<String> userIds) {
        people.update(now -> {
            var there = userIds.stream().filter(id -> now.find(id).isPresent()).toList();
            return new Verdict<String, PersonRow, Integer>(List.of(), there, List.of(), there.size());
        });
    }
}
