package training.powerbi.desktop.testing;

import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import training.powerbi.client.FileDelivery;
import training.powerbi.client.PortalClient;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.access.AccessClient;
import training.powerbi.client.access.CohortClient;
import training.powerbi.client.report.LakehouseReports;
import training.powerbi.desktop.auth.SignIn;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.preview.AudioLibrary;
import training.powerbi.desktop.ui.upload.UploadJournal;

/// Makes whatever a view needs by its constructor, and that one's needs the same way, down to the stand-ins of a desk:
/// for tests of all views that there are and will be.
public final class Made {
    private final Map<Class<?>, Object> known = new HashMap<>();

    public Made(Desk desk) {
        known.put(PortalClient.class, desk.portal);
        known.put(AccessClient.class, desk.portal.access);
        known.put(CohortClient.class, desk.portal.access);
        known.put(Supplier.class, (Supplier<Object>) () -> ZoneOffset.UTC);
        known.put(UnaryOperator.class, UnaryOperator.identity());
        known.put(FileDelivery.class, desk.files);
        known.put(PortalState.class, desk.state);
        known.put(TaskExecutor.class, desk.tasks);
        known.put(Screen.class, desk.screen);
        known.put(Dialogs.class, desk.dialogs);
        known.put(Texts.class, desk.screen.texts());
        known.put(LakehouseReports.class, new FakeReports());
        known.put(SignIn.class, new FakeSignIn());
        known.put(RecordingUploader.class, new FakeUploader());
        known.put(UploadJournal.class, new NoJournal());
        known.put(AudioLibrary.class, new AudioLibrary("Linux", library -> false));
        known.put(URI.class, URI.create("https://portal.example.org"));
        known.put(Consumer.class, (Consumer<Object>) each -> {});
        known.put(ZoneId.class, ZoneOffset.UTC);
        known.put(Path.class, Path.of("target", "no-settings.json"));
        known.put(Runnable.class, (Runnable) () -> {});
        known.put(BiConsumer.class, (BiConsumer<Object, Object>) (one, other) -> {});
        known.put(ReadOnlyObjectProperty.class, new SimpleObjectProperty<>());
        known.put(String.class, "https://portal.example.org");
        known.put(String[].class, new String[0]);
        known.put(boolean.class, true);
    }

    public Object one(Class<?> type) {
        var made = known.get(type);
        if (made == null) {
            made = construct(type);
            known.put(type, made);
        }
        return made;
    }

    private Object construct(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers()) || type.getDeclaredConstructors().length != 1) {
            throw new AssertionError("Say in Made what stands in for " + type.getName());
        }
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(
                    Stream.of(constructor.getParameterTypes()).map(this::one).toArray());
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError(type.getName(), failed);
        }
    }
}
