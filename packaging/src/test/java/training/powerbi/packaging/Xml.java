package training.powerbi.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Reads XML without asking the network for its document type.
final class Xml {
    private Xml() {}

    static Document read(Path file) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not well-formed", e);
        }
    }

    /// The keys of a property list, each with its text, or the element's name where that is the value.
    static Map<String, String> propertyList(Path file) throws IOException {
        var nodes = read(file).getElementsByTagName("*");
        var elements = IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
        var values = new TreeMap<String, String>();
        for (var index = 0; index < elements.size(); index++) {
            if (elements.get(index).getTagName().equals("key")) {
                var value = elements.get(index + 1);
                values.put(
                        elements.get(index).getTextContent(),
                        value.getTagName().equals("string") ? value.getTextContent() : value.getTagName());
            }
        }
        return values;
    }
}
