package training.powerbi.lakehouse.files.onelake.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import training.powerbi.lakehouse.files.UnreachableException;

/// One answer to a listing.
///
/// @param marker where to go on; empty at the end
record BlobListing(List<BlobEntry> blobs, String marker) {

    static BlobListing parse(byte[] xml) throws IOException {
        // Java's own: to search the class path for another takes longer than to read the listing.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | NumberFormatException e) {
            // Whatever answered, it says nothing of what is stored.
            throw new UnreachableException("A listing of OneLake cannot be read", e);
        }
    }

    private static BlobListing read(XMLStreamReader reader) throws XMLStreamException {
        var blobs = new ArrayList<BlobEntry>();
        var marker = "";
        Map<String, String> fields = new HashMap<>();
        var text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    if (reader.getLocalName().equals("Blob")) {
                        fields.clear();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "Blob" -> add(fields, blobs);
                        case "NextMarker" -> marker = text.toString();
                        default -> fields.put(reader.getLocalName(), text.toString());
                    }
                    text.setLength(0);
                }
                default -> {
                    // Nothing else says anything.
                }
            }
        }
        return new BlobListing(blobs, marker);
    }

    /// OneLake's folders show in listings as well.
    private static void add(Map<String, String> fields, List<BlobEntry> blobs) {
        var name = fields.getOrDefault("Name", "");
        var root = name.indexOf('/');
        var folder = "directory".equals(fields.get("ResourceType"))
                || "true".equalsIgnoreCase(fields.get("hdi_isfolder"))
                || name.endsWith("/");
        if (root > 0 && !folder) {
            // The lakehouse may be called by its name where we asked by its id.
            blobs.add(new BlobEntry(
                    name.substring(root),
                    Long.parseLong(fields.getOrDefault("Content-Length", "0")),
                    HttpTime.parse(fields.getOrDefault("Last-Modified", ""))));
        }
    }
}
