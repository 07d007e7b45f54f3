package training.powerbi.build;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.NodeList;

/// What the parent pom tells javac.
final class ParentPom {
    private static final String COMPILER = "/build/plugins/plugin[artifactId='maven-compiler-plugin']/configuration";
    private static final String OLDER_JDK = "/profiles/profile[id='maven-on-older-jdk']";

    private ParentPom() {}

    static List<String> compilerArguments() throws Exception {
        return texts("/project" + COMPILER + "/compilerArgs/arg");
    }

    static List<String> forkedCompilerArguments() throws Exception {
        return texts("/project" + OLDER_JDK + COMPILER + "/compilerArgs/arg");
    }

    static boolean warningsAreErrors() throws Exception {
        return texts("/project" + COMPILER + "/failOnWarning").equals(List.of("true"));
    }

    private static List<String> texts(String path) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        try (var pom = Files.newInputStream(Checkout.root().resolve("pom.xml"))) {
            var document = factory.newDocumentBuilder().parse(pom);
            var nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(index -> nodes.item(index).getTextContent().strip())
                    .toList();
        }
    }
}
