package training.powerbi.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import training.powerbi.server.access.NoLocks;

/// Who gets what, for every field of the schema.
class VisibilityMatrixIT {
    private final VisibilityMatrix matrix = VisibilityMatrix.read();

    @TempDir
    private Path data;

    @Test
    void everyFieldOfTheSchemaHasARow() throws IOException {
        var inMatrix = matrix.rows().stream()
                .map(row -> row.type() + "." + row.field().split("[ ({]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inMatrix).isEqualTo(fieldsOfTheSchema());
    }

    @Test
    void everyIdentityGetsWhatTheMatrixSays() {
        try (var portal = RunningPortal.over(data)) {
            assertThat(new MatrixCheck(FullCourse.on(portal)).differences(matrix))
                    .isEmpty();
        }
    }

    @Test
    void thePortalWithoutLocksFailsTheMatrix() {
        try (var portal =
                RunningPortal.with(List.of(NoLocks.class), data, "spring.main.allow-bean-definition-overriding=true")) {
            assertThat(new MatrixCheck(FullCourse.on(portal)).differences(matrix))
                    .anyMatch(difference -> difference.startsWith("TrainingDay.presentationUrl by studentLocked"))
                    .anyMatch(difference -> difference.startsWith("Recording.videoUrl by studentLocked"))
                    .anyMatch(difference -> difference.startsWith("ResumePosition.recordingId by lockedOwn"));
        }
    }

    private static Set<String> fieldsOfTheSchema() throws IOException {
        var registry = new TypeDefinitionRegistry();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:graphql/*.graphqls")) {
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                registry.merge(new SchemaParser().parse(reader));
            }
        }
        return registry.getTypes(ObjectTypeDefinition.class).stream()
                .flatMap(type -> fields(registry, type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> fields(TypeDefinitionRegistry registry, ObjectTypeDefinition type) {
        var extensions = registry.objectTypeExtensions().getOrDefault(type.getName(), List.of());
        return Stream.concat(Stream.of(type), extensions.stream())
                .flatMap(part -> part.getFieldDefinitions().stream())
                .map(FieldDefinition::getName)
                .map(field -> type.getName() + "." + field);
    }
}
