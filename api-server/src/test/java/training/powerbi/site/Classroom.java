package training.powerbi.site;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.acceptance.RunningPortal;

/// A portal with a trainer in it. It can be away for a while and come back at the same address with the same data.
final class Classroom implements AutoCloseable {
    private static final AtomicInteger STUDENTS = new AtomicInteger();

    private final Path data;
    private final String[] properties;
    private @Nullable RunningPortal portal;
    private int port;
    private String trainer = "";

    Classroom(Path data, String... properties) {
        this.data = data;
        this.properties = properties.clone();
        open();
    }

    RunningPortal portal() {
        return Objects.requireNonNull(portal, "the portal is away");
    }

    void open() {
        portal = RunningPortal.at(port, data, properties);
        port = portal.address().getPort();
        trainer = portal.adminToken();
    }

    /// The server goes away; what it acknowledged stays in its folder.
    @Override
    public void close() {
        if (portal != null) {
            portal.close();
            portal = null;
        }
    }

    /// The trainer does something by the API, as with curl.
    JsonNode trainer(String mutation) {
        return portal().data(trainer, "mutation { " + mutation + " }");
    }

    JsonNode trainerAsks(String query) {
        return portal().data(trainer, "{ " + query + " }");
    }

    void unlock(int day) {
        trainer("unlockDay(dayNumber: %d) { dayNumber }".formatted(day));
    }

    void lock(int day) {
        trainer("lockDay(dayNumber: %d) { dayNumber }".formatted(day));
    }

    /// Adds a recording and answers with its id.
    String record(int day, String title, String address, int seconds) {
        return trainer(
                        "uploadRecording(dayNumber: %d, title: \"%s\", videoUrl: \"%s\", duration: \"PT%dS\") { recordingId }"
                                .formatted(day, title, address, seconds))
                .at("/uploadRecording/recordingId")
                .asString();
    }

    /// How far a student is with a day, in percent.
    double completion(String userId, int day) {
        return trainerAsks("userProgress(userId: \"%s\") { dayNumber completionPercentage }".formatted(userId))
                .path("userProgress")
                .valueStream()
                .filter(progress -> progress.path("dayNumber").asInt() == day)
                .mapToDouble(progress -> progress.path("completionPercentage").asDouble())
                .sum();
    }

    /// A new student.
    ///
    /// @param userId for the trainer's questions
    record Student(String email, String userId) {}

    Student student() {
        var email = "student" + STUDENTS.incrementAndGet() + "@example.com";
        var account = portal().register(email);
        return new Student(email, account.at("/user/userId").asString());
    }

    /// Signs the student in, in a browser that shows any page of the site, and waits for the course.
    static void signIn(SitePage site, Student student) {
        site.open("/#/sign-in");
        site.signIn(student.email(), PortalHttp.STUDENT_PASSWORD);
        site.courseIsShown();
    }
}
