package training.powerbi.lakehouse.commit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.TableChange;

/// Tells listeners what changed, in the order of versions, on one thread of the table's own.
public final class ChangeDispatch<K, R extends Record> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeDispatch.class);

    private final List<Consumer<TableChange<K, R>>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread;

    public ChangeDispatch(String table) {
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("changes-" + table).factory());
    }

    void add(Consumer<TableChange<K, R>> listener) {
        listeners.add(listener);
    }

    void publish(TableChange<K, R> change) {
        if (!listeners.isEmpty()) {
            thread.execute(() -> listeners.forEach(listener -> tell(listener, change)));
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private void tell(Consumer<TableChange<K, R>> listener, TableChange<K, R> change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on version {}", change.version(), e);
        }
    }
}
