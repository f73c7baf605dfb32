package dev.allmende.peer.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads and writes S3's small XML documents. Names are local ones: namespaces differ from server to server. */
final class Xml {

    private Xml() {}

    /** The root element; empty when the bytes are no XML. Neither document types nor anything outside is read. */
    static Optional<Element> root(byte[] body) {
        if (body.length == 0) {
            return Optional.empty();
        }
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // The default one prints to the standard error.
            builder.setErrorHandler(new DefaultHandler());
            return Optional.of(builder.parse(new ByteArrayInputStream(body)).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException noXml) {
            return Optional.empty();
        }
    }

    static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        var nodes = parent.getChildNodes();
        for (var i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child && name.equals(child.getLocalName())) {
                found.add(child);
            }
        }
        return found;
    }

    /** The text at the end of a path of first children; empty when it is absent or empty. */
    static Optional<String> text(Element from, String... path) {
        var at = from;
        for (var name : path) {
            var next = children(at, name);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.getFirst();
        }
        return Optional.of(at.getTextContent()).filter(text -> !text.isEmpty());
    }

    /** An element with this text in it. */
    static String element(String name, String text) {
        return wrap(name, escaped(text));
    }

    /** An element with these elements in it. */
    static String wrap(String name, String elements) {
        return "<" + name + ">" + elements + "</" + name + ">";
    }

    /** Carriage returns and the like are written as references, else the reader would change them. */
    private static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(at -> {
            switch (at) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> {
                    if (at < ' ') {
                        safe.append("&#").append(at).append(';');
                    } else {
                        safe.appendCodePoint(at);
                    }
                }
            }
        });
        return safe.toString();
    }
}
