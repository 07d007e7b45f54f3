package training.powerbi.lakehouse.log;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// What a keeper may not have been told before the last stop, searched for while the server goes on with its start.
/// What fails is begun anew. Of use to the writer's thread only.
public final class NoteSearch {
    private final Callable<List<Found>> search;
    private final ExecutorService searchers;
    private Future<List<Found>> running;

    /// A commit that may have left something to be told.
    ///
    /// @param changedRows of a foreign one
    public record Found(LogVersion commit, int changedRows) {}

    private NoteSearch(Callable<List<Found>> search, ExecutorService searchers) {
        this.search = search;
        this.searchers = searchers;
        this.running = searchers.submit(search);
    }

    public static NoteSearch begin(Callable<List<Found>> search, ExecutorService searchers) {
        return new NoteSearch(search, searchers);
    }

    boolean isOver() {
        return running.isDone();
    }

    /// Waits for what was found, in the order of the log.
    ///
    /// @throws IOException when it could not be read; it is searched for again
    List<Found> found() throws IOException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            running = searchers.submit(search);
            throw e.getCause() instanceof IOException failed
                    ? failed
                    : new IOException("The log cannot be searched for notes", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the log is searched for notes", e);
        }
    }
}
