package training.powerbi.server.audit.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows the chain from its first entry to its newest. Takes rows in any order and keeps of each only what links it.
public final class ChainCheck {
    /// @param fits whether the hash is that of what the row says
    private record Link(long sequence, String previous, String hash, boolean fits) {}

    private record Fault(long sequence, String reason) {}

    private final Roots roots = new Roots();
    private final List<Link> links = new ArrayList<>();

    public void add(AdminActionRow row) {
        var sequence = row.sequence();
        if (sequence == null) {
            roots.add(row);
        } else {
            var hash = String.valueOf(row.hash());
            links.add(new Link(
                    sequence,
                    String.valueOf(row.previousHash()),
                    hash,
                    EntryText.hash(row).equals(hash)));
        }
    }

    /// What the chain of all rows so far is like.
    ///
    /// @param expected a hash that was kept
    public ChainState state(@Nullable String expected) {
        links.sort(Comparator.comparingLong(Link::sequence));
        var fault = fault();
        var newest = links.isEmpty() ? null : links.getLast();
        return new ChainState(
                links.size() + roots.size(),
                roots.size(),
                fault == null ? null : fault.sequence(),
                fault == null ? null : fault.reason(),
                newest == null ? 0 : newest.sequence(),
                newest == null ? null : newest.hash(),
                links.stream().anyMatch(link -> link.hash().equals(expected)));
    }

    private @Nullable Fault fault() {
        var before = roots.hash();
        for (var at = 0; at < links.size(); at++) {
            var link = links.get(at);
            var place = at + 1L;
            if (link.sequence() > place) {
                return new Fault(place, "Entry " + place + " is missing; it was removed, or cannot be read.");
            }
            if (link.sequence() < place) {
                return new Fault(link.sequence(), "Two entries claim place " + link.sequence() + "; one was inserted.");
            }
            if (!link.fits()) {
                return new Fault(place, "Entry " + place + " was changed: its hash is not that of what it says.");
            }
            if (!link.previous().equals(before)) {
                return unlinked(at);
            }
            before = link.hash();
        }
        return null;
    }

    /// An entry that the next one follows is what it was, so the one before it is not.
    private Fault unlinked(int at) {
        var place = at + 1L;
        if (place == 1) {
            return new Fault(
                    0,
                    "The " + roots.size() + " rows from before the chain are not those that its first entry sealed: one"
                            + " was inserted, changed or removed, or the first entry is another.");
        }
        boolean followed = at + 1 < links.size()
                && links.get(at + 1).previous().equals(links.get(at).hash());
        return new Fault(
                followed ? place - 1 : place,
                "Entry " + place + " does not follow entry " + (place - 1) + ": one of them was replaced or inserted.");
    }
}
