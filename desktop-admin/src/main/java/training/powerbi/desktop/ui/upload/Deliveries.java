package training.powerbi.desktop.ui.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.Screen;

/// Files on their way, with what came of those that did not arrive: they stay until tried again or dismissed.
public final class Deliveries {
    private final TaskExecutor tasks;
    private final Screen screen;
    private final Runnable arrived;
    private final ObservableList<Delivery> underWay = FXCollections.observableArrayList();
    // Kept, because a view of a list is dropped with its listeners when nobody holds it.
    private final ObservableList<Delivery> underWayView = FXCollections.unmodifiableObservableList(underWay);
    private final Map<Delivery, Call> calls = new HashMap<>();

    /// Sends a file in one request.
    @FunctionalInterface
    public interface Call {
        void send(Path file, LongConsumer sent);
    }

    /// None at first.
    ///
    /// @param arrived called after each that arrived
    public Deliveries(TaskExecutor tasks, Screen screen, Runnable arrived) {
        this.tasks = tasks;
        this.screen = screen;
        this.arrived = arrived;
    }

    public ObservableList<Delivery> underWay() {
        return underWayView;
    }

    /// Sends it, and keeps it in the list until it has arrived.
    public void send(int dayNumber, Path file, Call call) {
        var delivery = new Delivery(dayNumber, file);
        calls.put(delivery, call);
        underWay.add(delivery);
        retry(delivery);
    }

    /// Sends it once more.
    public void retry(Delivery delivery) {
        var call = calls.get(delivery);
        if (call == null) {
            return;
        }
        delivery.begin();
        tasks.run(
                () -> {
                    call.send(delivery.file(), meter(delivery));
                    return true;
                },
                done -> {
                    dismiss(delivery);
                    arrived.run();
                },
                failure -> delivery.fail(screen.errors().explain(failure)));
    }

    /// Takes it from the list.
    public void dismiss(Delivery delivery) {
        calls.remove(delivery);
        underWay.remove(delivery);
    }

    /// Tells the screen of each hundredth, not of each block.
    private LongConsumer meter(Delivery delivery) {
        var total = Math.max(1, size(delivery.file()));
        var told = new AtomicLong(-1);
        return sent -> {
            var percent = sent * 100 / total;
            if (told.getAndSet(percent) != percent) {
                tasks.onUi(() -> delivery.advance(percent / 100.0));
            }
        };
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
