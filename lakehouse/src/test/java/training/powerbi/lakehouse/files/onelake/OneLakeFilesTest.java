package training.powerbi.lakehouse.files.onelake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import training.powerbi.lakehouse.files.StoreFiles;
import training.powerbi.lakehouse.files.onelake.rest.BlobRequest;
import training.powerbi.lakehouse.testing.StoreFilesContract;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

class OneLakeFilesTest extends StoreFilesContract {
    @RegisterExtension
    static final FabricDoubles FABRIC = new FabricDoubles();

    private OneLakeHome home;

    @BeforeEach
    void openHome() {
        home = TestHomes.open(FABRIC, FABRIC.lakehouse());
    }

    @Override
    protected StoreFiles files() {
        return home.files();
    }

    @Override
    protected String folder() {
        return "/Tables/users";
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() throws IOException {
        try (var listing = files().listFrom("/Tables/nowhere/_delta_log/0")) {
            assertThat(listing.hasNext()).isFalse();
        }
        assertThat(files().names("/Tables/nowhere")).isEmpty();
    }

    @Test
    void aDataFileThatWasJustWrittenCostsNoFurtherRequest() throws IOException {
        var path = path("part-1.parquet");
        try (var stream = files().newOutputFile(path).create(false)) {
            stream.write(new byte[1_000]);
        }
        var before = home.counts().of(BlobRequest.Kind.READ);

        assertThat(files().getFileStatus(path).getSize()).isEqualTo(1_000);
        assertThat(files().getFileStatus(path).getModificationTime()).isPositive();
        assertThat(files().newInputFile(path, 0).newStream().readAllBytes()).hasSize(1_000);
        assertThat(home.counts().of(BlobRequest.Kind.READ)).isEqualTo(before);
    }
}
