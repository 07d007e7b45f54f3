package training.powerbi.lakehouse.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.files.Sha256;

/// A table whose rows name files beside it.
final class Films {
    /// A film and where its bytes are.
    record Film(String id, String title, int length, String file, String sha256) {}

    static final TableDefinition<String, Film> TABLE = TableDefinition.of("films", Film.class, Film::id);

    /// The columns that a claim needs.
    private record FilmFile(String id, String file, String sha256) {}

    static final List<FileClaim.Source<?>> SOURCES = List.of(new FileClaim.Source<>(
            "films",
            FilmFile.class,
            film -> Stream.of(new FileClaim(
                    "Film " + film.id(),
                    new BlobName(film.file()),
                    OptionalLong.empty(),
                    Optional.of(film.sha256()),
                    false))));

    private Films() {}

    static Film film(int number) {
        var sum = Sha256.of(content(number));
        return new Film("f" + number, "Film " + number, number * 100, "films/f" + number + ".mp4", sum);
    }

    static byte[] content(int number) {
        return "film %d ".formatted(number).repeat(50).getBytes(StandardCharsets.UTF_8);
    }
}
