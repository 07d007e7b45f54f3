package training.powerbi.server.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.server.acceptance.RunningPortal;
import training.powerbi.server.account.MovableClock;

/// A portal that takes uploads up to 1 MiB, with a clock to put forward and a disk that fills up when told to. Day 1 is
/// open, day 5 is locked.
public final class MediaPortal implements AutoCloseable {
    public static final int MOST_BYTES = 1024 * 1024;
    public static final Map<String, String> DAY_1 = Map.of("dayNumber", "1", "title", "Session 1");
    public static final Map<String, String> DAY_5 = Map.of("dayNumber", "5", "title", "CNRY-5 session");

    private static final List<String> COURSE = List.of("course/", "presentations/", "resources/", "repairs/");

    public final RunningPortal portal;
    public final MediaCalls media;
    public final String admin;
    public final String student;
    private final Path data;

    /// Not a scanned configuration, or it would reach every other test: replaces the clock, and stands before the disk.
    static class Replacements {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(Clock.systemUTC());
        }

        @Bean
        static BeanPostProcessor faultyDisk() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof BlobStore store ? new FaultyBlobs(store) : bean;
                }
            };
        }
    }

    private MediaPortal(Path data, RunningPortal portal) {
        this.data = data;
        this.portal = portal;
        this.media = new MediaCalls(portal.address());
        this.admin = portal.adminToken();
        this.student =
                portal.register("student@example.com").path("access_token").asString();
        portal.data(admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
    }

    public static MediaPortal over(Path data, String... properties) {
        var all = new ArrayList<>(List.of(properties));
        if (all.stream().noneMatch(property -> property.startsWith("portal.media.max-upload-bytes="))) {
            all.add("portal.media.max-upload-bytes=" + MOST_BYTES);
        }
        all.add("server.tomcat.connection-timeout=2s");
        return new MediaPortal(data, RunningPortal.with(List.of(Replacements.class), data, all.toArray(String[]::new)));
    }

    public MovableClock clock() {
        return portal.context().getBean(MovableClock.class);
    }

    /// Uploads a video that must be taken.
    ///
    /// @return the recording's id
    public String upload(Map<String, String> fields, byte[] video) {
        return upload(admin, fields, video);
    }

    public String upload(String token, Map<String, String> fields, byte[] video) {
        var answer = media.form(token, fields, "session.mp4", video);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + MediaCalls.text(answer));
        }
        return MediaCalls.json(answer).path("recordingId").asString();
    }

    public String streamUrl(String token, int day) {
        return portal.data(token, "{ trainingDay(dayNumber: %d) { recording { streamUrl } } }".formatted(day))
                .at("/trainingDay/recording/streamUrl")
                .asString();
    }

    /// Bytes of all files below `Files`.
    public long used() {
        try (var files = Files.walk(data.resolve("Files"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names of the files below the data folder's `Files`, without those the course comes with.
    public List<String> files() {
        try (var files = Files.walk(data.resolve("Files"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> data.resolve("Files").relativize(file).toString())
                    .filter(file -> COURSE.stream().noneMatch(file::startsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        media.close();
        portal.close();
    }

    /// The id of a new one.
    public String cohort() {
        return portal.data(
                        admin, "mutation { createCohort(input: {name: \"" + UUID.randomUUID() + "\"}) { cohortId } }")
                .at("/createCohort/cohortId")
                .asString();
    }
}
