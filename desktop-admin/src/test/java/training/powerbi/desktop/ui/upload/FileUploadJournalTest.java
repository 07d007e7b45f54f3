package training.powerbi.desktop.ui.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.client.RecordingUploader.Upload;

class FileUploadJournalTest {
    @TempDir
    Path folder;

    private FileUploadJournal journal() {
        return new FileUploadJournal(folder.resolve("portal"), JsonMapper.shared());
    }

    @Test
    void isEmptyBeforeAnythingWasWritten() {
        assertThat(journal().read()).isEmpty();
    }

    @Test
    void bringsBackWhatWasWritten() {
        var uploads = List.of(
                new Upload("1", Path.of("/videos/žluť.mp4"), 5_000_000_000L, 3, "Day 3", null, null),
                new Upload("2", Path.of("b.mp4"), 1, 4, "b", "1h 30min", URI.create("https://portal.example.org/u/2")));
        journal().write(uploads);

        assertThat(journal().read()).isEqualTo(uploads);
    }

    @Test
    void readsTheJournalOfAnOlderProgram() throws IOException {
        journal().write(List.of());
        Files.writeString(
                folder.resolve("portal/uploads.json"),
                "[{'id':'1','file':'a.mp4','sizeBytes':7,'dayNumber':3,'title':'a','location':null}]"
                        .replace('\'', '"'));

        assertThat(journal().read()).containsExactly(new Upload("1", Path.of("a.mp4"), 7, 3, "a", null, null));
    }

    @Test
    void replacesWhatWasWrittenBefore() {
        journal().write(List.of(new Upload("1", Path.of("a.mp4"), 1, 3, "a", null, null)));
        journal().write(List.of());

        assertThat(journal().read()).isEmpty();
        assertThat(folder.resolve("portal")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void beginsAnewWhenTheFileIsDamaged() throws IOException {
        journal().write(List.of());
        Files.writeString(folder.resolve("portal/uploads.json"), "[{\"id\":");

        assertThat(journal().read()).isEmpty();
    }
}
