package training.powerbi.packaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The program's icon at any size. Draws of SVG what `common/icon.svg` is made of, filled rectangles, and refuses
/// the rest: that spares the build a library.
///
/// @param extent the width and height that the shapes refer to
record Icon(double extent, List<Bar> bars) {

    private record Bar(RoundRectangle2D shape, Color fill) {}

    static Icon read(Path svg) throws IOException {
        try {
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(svg.toFile())
                    .getDocumentElement();
            var extent = Double.parseDouble(root.getAttribute("viewBox").split(" ", -1)[2]);
            var nodes = root.getElementsByTagName("*");
            return new Icon(
                    extent,
                    IntStream.range(0, nodes.getLength())
                            .mapToObj(index -> bar((Element) nodes.item(index)))
                            .toList());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(svg + " cannot be read", e);
        }
    }

    private static Bar bar(Element element) {
        if (!element.getTagName().equals("rect")) {
            throw new IllegalArgumentException("The icon has a " + element.getTagName() + "; only rect is drawn");
        }
        var corner = 2 * number(element, "rx", 0);
        var fill = Color.decode(element.getAttribute("fill"));
        var opacity = (int) Math.round(255 * number(element, "opacity", 1));
        return new Bar(
                new RoundRectangle2D.Double(
                        number(element, "x", 0),
                        number(element, "y", 0),
                        number(element, "width", 0),
                        number(element, "height", 0),
                        corner,
                        corner),
                new Color(fill.getRed(), fill.getGreen(), fill.getBlue(), opacity));
    }

    private static double number(Element element, String name, double otherwise) {
        return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : otherwise;
    }

    BufferedImage draw(int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(size / extent, size / extent);
        bars.forEach(bar -> fill(canvas, bar));
        canvas.dispose();
        return image;
    }

    private static void fill(Graphics2D canvas, Bar bar) {
        canvas.setColor(bar.fill());
        canvas.fill(bar.shape());
    }

    byte[] png(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(draw(size), "png", bytes);
        return bytes.toByteArray();
    }
}
