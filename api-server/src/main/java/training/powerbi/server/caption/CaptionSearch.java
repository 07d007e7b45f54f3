package training.powerbi.server.caption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Recording;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.recording.RecordingCatalog;

/// Finds where words were said. Looks at nothing but captions of recordings whose day the viewer may open.
@Service
class CaptionSearch {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final DeltaTable<String, CaptionRow> captions;
    private final RecordingCatalog recordings;
    private final DayAccess access;
    private final CaptionFiles files;

    CaptionSearch(
            DeltaTable<String, CaptionRow> captions,
            RecordingCatalog recordings,
            DayAccess access,
            CaptionFiles files) {
        this.captions = captions;
        this.recordings = recordings;
        this.access = access;
        this.files = files;
    }

    /// By day, recording, language and time.
    ///
    /// @throws PortalException BAD_USER_INPUT when the text is too short or long, or `first` out of range
    @PreAuthorize("isAuthenticated()")
    public List<CaptionHit> find(Viewer viewer, String text, @Nullable Integer first) {
        int limit = Objects.requireNonNullElse(first, USUAL);
        if (limit < 1 || limit > MOST) {
            throw PortalException.badInput("first", "first is between 1 and " + MOST + ".");
        }
        var typed = BLANKS.matcher(TypedText.of("text", text)).replaceAll(" ");
        var words = NormalizedText.normalize(typed);
        if (typed.length() < SHORTEST || typed.length() > LONGEST || words.length() < SHORTEST) {
            throw PortalException.badInput("text", "Search for " + SHORTEST + " to " + LONGEST + " characters.");
        }
        return visible(viewer)
                .flatMap(spoken -> hits(spoken, words).stream())
                .limit(limit)
                .toList();
    }

    private record Spoken(Recording recording, CaptionRow row) {}

    private Stream<Spoken> visible(Viewer viewer) {
        return captions.snapshot()
                .rows()
                .flatMap(
                        row -> recordings.find(row.recordingId()).map(recording -> new Spoken(recording, row)).stream())
                .filter(spoken -> access.mayOpen(
                        viewer,
                        spoken.recording().dayNumber(),
                        spoken.recording().cohortId()))
                .sorted(Comparator.comparingInt(
                                (Spoken spoken) -> spoken.recording().dayNumber())
                        .thenComparing(spoken -> spoken.recording().uploadedAt())
                        .thenComparing(spoken -> spoken.row().captionId()));
    }

    /// One hit for each cue in which the words begin; they may end in the next one.
    private List<CaptionHit> hits(Spoken spoken, String words) {
        var lines = files.lines(spoken.row());
        var hits = new ArrayList<CaptionHit>();
        boolean found = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (found && line.goesOn()) {
                continue;
            }
            var snippet = line.find(words, i + 1 < lines.size() ? lines.get(i + 1) : null);
            found = snippet.isPresent();
            snippet.ifPresent(around -> hits.add(hit(spoken, line, around)));
        }
        return hits;
    }

    private static CaptionHit hit(Spoken spoken, SpokenLine line, String snippet) {
        return new CaptionHit(
                spoken.recording(),
                spoken.recording().dayNumber(),
                line.seconds(),
                snippet,
                spoken.row().language());
    }
}
