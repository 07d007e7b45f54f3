package training.powerbi.server.curriculum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.MainDays;

@Configuration(proxyBeanMethods = false)
class CurriculumConfiguration {

    @Bean
    DeltaTable<Integer, TrainingContentRow> trainingContent(Lakehouse lakehouse) {
        return lakehouse.table(TrainingContentRow.DEFINITION);
    }

    @Bean
    Course course(JsonMapper json) {
        try (var file = new ClassPathResource("course/course.json").getInputStream()) {
            return json.readValue(file, Course.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The course file in the jar cannot be read", e);
        }
    }

    /// A new store starts with the planned days, all locked.
    @Bean
    SmartInitializingSingleton firstDays(DeltaTable<Integer, TrainingContentRow> content, Course course, Clock clock) {
        return () -> content.update(now -> {
            var at = clock.instant();
            return Verdict.upsert(course.days().stream()
                    .filter(day -> now.size() == 0)
                    .map(day -> TrainingContentRow.planned(day.dayNumber(), day.title(), day.description(), at))
                    .toList());
        });
    }

    /// What cohort `main` keeps of a day stands in the day's own row.
    record ContentDays(DeltaTable<Integer, TrainingContentRow> content) implements MainDays {
        @Override
        public Optional<DayState> find(int dayNumber) {
            return content.snapshot().find(dayNumber).map(TrainingContentRow::state);
        }

        @Override
        public Stream<DayState> all() {
            return content.snapshot().rows().map(TrainingContentRow::state);
        }
    }

    @Bean
    MainDays mainDays(DeltaTable<Integer, TrainingContentRow> content) {
        return new ContentDays(content);
    }

    @Bean
    Cohorts.CourseBasics courseBasics(Course course, DeltaTable<Integer, TrainingContentRow> content) {
        return new Cohorts.CourseBasics() {
            @Override
            public String title() {
                return course.title();
            }

            @Override
            public ZoneId timeZone() {
                return course.timeZone();
            }

            @Override
            public Instant since() {
                return content.snapshot()
                        .rows()
                        .map(TrainingContentRow::createdAt)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
            }
        };
    }
}
