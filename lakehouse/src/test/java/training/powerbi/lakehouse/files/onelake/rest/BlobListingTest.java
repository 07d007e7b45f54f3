package training.powerbi.lakehouse.files.onelake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import training.powerbi.lakehouse.files.UnreachableException;

class BlobListingTest {

    @Test
    void filesAreTakenAndFoldersAreNot() throws IOException {
        var listing = parse("<EnumerationResults><Blobs>"
                + "<Blob><Name>lh/Files/a b</Name><Properties><Content-Length>7</Content-Length></Properties></Blob>"
                + "<Blob><Name>lh/Files</Name><Properties><ResourceType>directory</ResourceType></Properties></Blob>"
                + "</Blobs><NextMarker>on</NextMarker></EnumerationResults>");

        assertThat(listing.blobs()).extracting(BlobEntry::path).containsExactly("/Files/a b");
        assertThat(listing.blobs().getFirst().size()).isEqualTo(7);
        assertThat(listing.marker()).isEqualTo("on");
    }

    @Test
    void whatIsNoListingSaysNothingOfWhatIsStored() {
        assertThatThrownBy(() -> parse("<html><p>Sign in to the network")).isInstanceOf(UnreachableException.class);
    }

    private static BlobListing parse(String xml) throws IOException {
        return BlobListing.parse(xml.getBytes(StandardCharsets.UTF_8));
    }
}
