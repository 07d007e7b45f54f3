package training.powerbi.desktop.ui.kit;

import javafx.scene.Parent;

/// A screen or a part of one. It knows its ViewModel and nothing behind it, and binds rather than copies.
public interface View {
    Parent root();
}
