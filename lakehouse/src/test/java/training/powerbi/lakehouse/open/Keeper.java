package training.powerbi.lakehouse.open;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.NoteKeeper;

/// Remembers what it was told.
final class Keeper implements NoteKeeper {
    final Map<String, Integer> times = new ConcurrentHashMap<>();
    final List<String> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger foreign = new AtomicInteger();

    @Override
    public void keep(String table, long version, List<CommitNote> notes) {
        notes.forEach(note -> times.merge(note.id(), 1, Integer::sum));
    }

    @Override
    public void hear(List<CommitNote> notes) {
        notes.forEach(note -> heard.add(note.id()));
    }

    @Override
    public void keepForeign(String table, long version, String operation, int changedRows) {
        foreign.incrementAndGet();
    }
}
