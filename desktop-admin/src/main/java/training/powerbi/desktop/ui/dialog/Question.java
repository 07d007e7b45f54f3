package training.powerbi.desktop.ui.dialog;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;

/// What a question or a piece of news looks like: its subject in large letters, lines to read, buttons. As wide as its
/// words ask for, within what fits the smallest window; what is longer is wrapped, and lines beyond that are scrolled.
final class Question extends DialogPane {
    private static final double NARROWEST = 420;
    private static final double WIDEST = 640;
    /// Of icon, gap and insets beside the words.
    private static final double BESIDE = 88;

    /// A subject longer than this is told in full by the lines, so the header ends in an ellipsis.
    private static final double TALLEST_HEADER = 130;

    private final VBox words = new VBox(10);

    Question(Feather icon, String title, List<String> lines, ButtonType... buttons) {
        getStyleClass().add("question");
        var subject = Nodes.paragraph(title, "question-title");
        subject.setMinHeight(0);
        subject.setMaxHeight(TALLEST_HEADER);
        var read = new ToldLines(lines);
        VBox.setVgrow(read, Priority.ALWAYS);
        words.getChildren().addAll(subject, read);
        HBox.setHgrow(words, Priority.ALWAYS);
        var content = new HBox(16, new Icon(icon), words);
        content.setAlignment(Pos.TOP_LEFT);
        content.getStyleClass().add("question-content");
        setContent(content);
        getButtonTypes().setAll(buttons);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.clamp(words.prefWidth(-1) + BESIDE, NARROWEST, WIDEST);
    }

    @Override
    protected double computeMinWidth(double height) {
        return NARROWEST;
    }
}
