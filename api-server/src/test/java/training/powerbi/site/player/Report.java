package training.powerbi.site.player;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What the player sent, as the server would read it.
record Report(String recordingId, int positionSeconds, List<Watched> watched, Instant at) {

    /// @param toSeconds exclusive
    record Watched(int fromSeconds, int toSeconds) {
        IntStream seconds() {
            return IntStream.range(fromSeconds, toSeconds);
        }
    }

    /// Every second that any of the reports counts.
    static SortedSet<Integer> secondsOf(List<Report> reports) {
        var seconds = new TreeSet<Integer>();
        reports.forEach(
                report -> report.watched().forEach(part -> part.seconds().forEach(seconds::add)));
        return seconds;
    }

    static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
