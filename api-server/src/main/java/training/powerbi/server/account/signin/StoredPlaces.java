package training.powerbi.server.account.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.account.PurposeKeys;
import training.powerbi.server.account.throttle.Places;
import training.powerbi.server.account.token.Hmac;
import training.powerbi.server.account.user.Emails;

/// Places as rows of a Delta table, for each account the newest [#MOST]. A place is written at most once a day.
@Component
public class StoredPlaces implements Places {
    /// Between several that stand for one account.
    public static final String SEPARATOR = " ";

    public static final int MOST = 20;
    private static final Logger LOG = LoggerFactory.getLogger(StoredPlaces.class);
    private static final Duration FAMILIAR = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofDays(1);
    private static final int HASH_BYTES = 16;

    private final DeltaTable<String, PlaceRow> places;
    private static final String PURPOSE = "place";

    private final PurposeKeys keys;
    private final Clock clock;

    StoredPlaces(DeltaTable<String, PlaceRow> places, PurposeKeys keys, Clock clock) {
        this.places = places;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public boolean isFamiliar(String account, String network) {
        return isThere(account, network, FAMILIAR);
    }

    @Override
    public void remember(String account, String network) {
        if (isThere(account, network, FRESH)) {
            return;
        }
        var row = new PlaceRow(
                hashes(place(account, network)).getFirst(), hashes(account).getFirst(), clock.instant());
        var _ = places.submit(state ->
                        new Verdict<String, PlaceRow, Boolean>(List.of(row), surplus(state, row), List.of(), true))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.warn("A place where someone signed in could not be remembered", failure);
                    }
                });
    }

    /// What stands for the account in the table, by each key there is; nobody can read from it which it is.
    public List<String> accountsOf(String emailOrKey) {
        return hashes(Emails.normal(emailOrKey));
    }

    public int count(String account, Instant until) {
        return ids(places.snapshot(), account, until).size();
    }

    /// Forgets where whoever had the account until then signed in.
    public void forget(String account, Instant until) {
        places.update(state ->
                new Verdict<String, PlaceRow, Boolean>(List.of(), ids(state, account, until), List.of(), true));
    }

    /// Forgets places that are familiar no more, by whatever key they were written.
    public void forgetOld() {
        if (!old(places.snapshot()).isEmpty()) {
            places.update(state -> new Verdict<String, PlaceRow, Boolean>(List.of(), old(state), List.of(), true));
        }
    }

    private List<String> old(TableSnapshot<String, PlaceRow> state) {
        var since = clock.instant().minus(FAMILIAR);
        return state.rows()
                .filter(place -> !place.lastSignIn().isAfter(since))
                .map(PlaceRow::placeId)
                .toList();
    }

    private static List<String> ids(TableSnapshot<String, PlaceRow> state, String account, Instant until) {
        return Stream.of(account.split(SEPARATOR, -1))
                .flatMap(each -> state.select(PlaceRow.BY_ACCOUNT, each).stream())
                .filter(place -> !place.lastSignIn().isAfter(until))
                .map(PlaceRow::placeId)
                .toList();
    }

    private boolean isThere(String account, String network, Duration age) {
        var since = clock.instant().minus(age);
        return hashes(place(account, network)).stream()
                .anyMatch(id -> places.snapshot()
                        .find(id)
                        .filter(place -> place.lastSignIn().isAfter(since))
                        .isPresent());
    }

    private static List<String> surplus(TableSnapshot<String, PlaceRow> state, PlaceRow newest) {
        var others = state.select(PlaceRow.BY_ACCOUNT, newest.accountId()).stream()
                .filter(place -> !place.placeId().equals(newest.placeId()))
                .sorted(Comparator.comparing(PlaceRow::lastSignIn).reversed())
                .toList();
        return others.stream().skip(MOST - 1).map(PlaceRow::placeId).toList();
    }

    private static String place(String account, String network) {
        return account + '\n' + network;
    }

    /// With each key there is; what is written has the first.
    private List<String> hashes(String text) {
        return keys.keysFor(PURPOSE).stream().map(key -> hash(key, text)).toList();
    }

    private static String hash(SecretKey key, String text) {
        var hash = Hmac.sign(key, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
    }
}
