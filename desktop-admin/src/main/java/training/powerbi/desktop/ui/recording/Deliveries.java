package training.powerbi.desktop.ui.recording;

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

/// Files on their way, with what came of those that did not arrive: they stay until tried again or dismissed.
final class Deliveries {
    private final DayDesk desk;
    private final ObservableList<Delivery> underWay = FXCollections.observableArrayList();
    // Kept, because a view of a list is dropped with its listeners when nobody holds it.
    private final ObservableList<Delivery> underWayView = FXCollections.unmodifiableObservableList(underWay);
    private final Map<Delivery, Call> calls = new HashMap<>();

    /// Sends a file in one request.
    @FunctionalInterface
    interface Call {
        void send(Path file, LongConsumer sent);
    }

    Deliveries(DayDesk desk) {
        this.desk = desk;
    }

    ObservableList<Delivery> underWay() {
        return underWayView;
    }

    void send(int dayNumber, Path file, Call call) {
        var delivery = new Delivery(dayNumber, file);
        calls.put(delivery, call);
        underWay.add(delivery);
        retry(delivery);
    }

    void retry(Delivery delivery) {
        var call = calls.get(delivery);
        if (call == null) {
            return;
        }
        delivery.begin();
        desk.tasks()
                .run(
                        () -> {
                            call.send(delivery.file(), meter(delivery));
                            return true;
                        },
                        done -> {
                            dismiss(delivery);
                            desk.refresh();
                        },
                        failure -> delivery.fail(desk.screen().errors().explain(failure)));
    }

    void dismiss(Delivery delivery) {
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
                desk.tasks().onUi(() -> delivery.advance(percent / 100.0));
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
