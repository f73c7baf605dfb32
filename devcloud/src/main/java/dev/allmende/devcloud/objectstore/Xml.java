package dev.allmende.devcloud.objectstore;

import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** S3's XML. */
final class Xml {
    private Xml() {}

    static String element(String name, String text) {
        return wrap(name, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    static String wrap(String name, String elements) {
        return "<" + name + ">" + elements + "</" + name + ">";
    }

    static Answer answer(String xml) {
        return Answer.text(200, "application/xml", "<?xml version='1.0' encoding='UTF-8'?>\n" + xml);
    }

    static Answer refused(Request request, int status, String code, String message) {
        String id = SwiftManners.transaction(request);
        String error = wrap("Error", element("Code", code) + element("Message", message) + element("RequestId", id));
        return Answer.text(status, "application/xml", "<?xml version='1.0' encoding='UTF-8'?>\n" + error)
                .with("x-amz-id-2", id)
                .with("x-amz-request-id", id);
    }

    /** All elements of that name; none when the bytes are no XML. */
    static List<Element> all(byte[] body, String name) {
        List<Element> found = new ArrayList<>();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var nodes = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getElementsByTagNameNS("*", name);
            for (int i = 0; i < nodes.getLength(); i++) {
                found.add((Element) nodes.item(i));
            }
        } catch (ParserConfigurationException | SAXException | IOException noXml) {
            found.clear();
        }
        return found;
    }

    /** Text of the first element of that name in another; empty when there is none. */
    static String text(Element in, String name) {
        var nodes = in.getElementsByTagNameNS("*", name);
        return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent();
    }
}
