package training.powerbi.cli.course;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Days as they are named on the command line: `1 3`, `1,3` or `1-3`.
final class DayNumbers {
    private static final Pattern ONE_OR_RANGE = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");

    private DayNumbers() {}

    /// Each once, in the days' order.
    ///
    /// @throws UsageException when a word names none
    static List<Integer> of(List<String> words) {
        var numbers = new TreeSet<Integer>();
        for (var word : words) {
            for (var part : word.split(",", -1)) {
                var match = ONE_OR_RANGE.matcher(part);
                if (!match.matches()) {
                    throw new UsageException("Name days by their numbers, such as 1, 1,3 or 1-3; not " + word);
                }
                int first = Integer.parseInt(match.group(1));
                int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
                if (last < first) {
                    throw new UsageException("The days " + part + " end before they begin.");
                }
                IntStream.rangeClosed(first, last).forEach(numbers::add);
            }
        }
        return List.copyOf(numbers);
    }

    /// The days themselves: all are there before anything is done to one.
    ///
    /// @throws PortalException DAY_NOT_FOUND naming those that are not
    static List<CourseDay> in(Course course, List<String> words) {
        var numbers = of(words);
        var known = course.days().stream().map(CourseDay::dayNumber).toList();
        var unknown = numbers.stream().filter(number -> !known.contains(number)).toList();
        if (!unknown.isEmpty()) {
            throw new PortalException(
                    ErrorCode.DAY_NOT_FOUND,
                    "The course has no day " + unknown.getFirst() + "; its days are " + known.getFirst() + " to "
                            + known.getLast() + ". Nothing was changed.");
        }
        return course.days().stream()
                .filter(day -> numbers.contains(day.dayNumber()))
                .toList();
    }
}
