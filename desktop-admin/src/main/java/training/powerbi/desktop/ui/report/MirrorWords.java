package training.powerbi.desktop.ui.report;

import java.time.Duration;
import training.powerbi.client.report.MirrorState;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.desktop.ui.kit.Texts;

/// What is said of the copy in OneLake, which Power BI reads.
final class MirrorWords {
    private static final long MILLIS = 1_000;

    private final Texts texts;

    MirrorWords(Texts texts) {
        this.texts = texts;
    }

    String of(MirrorState mirror) {
        return switch (mirror.step()) {
            case IN_STEP -> texts.get("report.mirror.in-step");
            case BEHIND -> texts.get("report.mirror.behind", lack(mirror), age(mirror));
            case AWAY -> texts.get("report.mirror.away", lack(mirror), age(mirror));
            case REFUSED -> texts.get("report.mirror.refused", mirror.reason() == null ? "" : mirror.reason());
        };
    }

    private String lack(MirrorState mirror) {
        var commits = mirror.commitsBehind();
        var files = mirror.filesBehind();
        return commits == null || files == null
                ? texts.get("report.mirror.lack.unknown")
                : texts.get("report.mirror.lack", commits, files);
    }

    private String age(MirrorState mirror) {
        return new Amounts(texts).about(Duration.ofMillis(Math.round(mirror.behindSeconds() * MILLIS)));
    }
}
