package training.powerbi.desktop.testing;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/// Something dragged from another program. The platform that draws without a screen cannot drag, so the board is
/// JavaFX's own over a clipboard of the test's, and the events are fired one by one.
public final class Drag {
    private final Dragboard board;

    private Drag(Map<DataFormat, Object> contents) {
        var made = new Dragboard[1];
        Pictures.onFx(() -> made[0] = board(contents));
        this.board = made[0];
    }

    public static Drag ofFiles(File... files) {
        return new Drag(Map.of(DataFormat.FILES, List.of(files)));
    }

    public static Drag ofText(String text) {
        return new Drag(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    private static Dragboard board(Map<DataFormat, Object> contents) {
        var clipboard = Proxy.newProxyInstance(
                Drag.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (_, call, of) -> switch (call.getName()) {
                    case "hasContent" -> contents.containsKey(of[0]);
                    case "getContent" -> contents.get(of[0]);
                    case "getContentTypes" -> contents.keySet();
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    default -> null;
                });
        try {
            var constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            constructor.setAccessible(true);
            return constructor.newInstance(clipboard);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Comes over a node.
    ///
    /// @return whether it would take what is dragged
    public boolean over(Node target) {
        fire(DragEvent.DRAG_ENTERED, target);
        return fire(DragEvent.DRAG_OVER, target).isAccepted();
    }

    public void leave(Node target) {
        fire(DragEvent.DRAG_EXITED, target);
    }

    /// Lets go over a node.
    ///
    /// @return whether it has taken something
    public boolean drop(Node target) {
        return fire(DragEvent.DRAG_DROPPED, target).isDropCompleted();
    }

    private DragEvent fire(EventType<DragEvent> type, Node target) {
        var pick = new PickResult(target, 0, 0);
        var event = new DragEvent(type, board, 0, 0, 0, 0, TransferMode.COPY, null, target, pick);
        var seen = new DragEvent[] {event};
        Pictures.onFx(() -> {
            // Events are copied on their way to a node; the filter sees the copy that the node's handlers see.
            target.addEventFilter(type, copy -> seen[0] = copy);
            target.fireEvent(event);
        });
        return seen[0];
    }
}
