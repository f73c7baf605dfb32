package dev.allmende.status.feed;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML; what it is given is text, never markup. */
final class Xml {

    /** A part of a document. */
    interface Body {
        void write(Xml xml) throws XMLStreamException;
    }

    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] document(Body body) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            body.write(new Xml(out));
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @param attributes names and values by turns */
    void element(String name, Body body, String... attributes) throws XMLStreamException {
        out.writeStartElement(name);
        attributes(attributes);
        body.write(this);
        out.writeEndElement();
    }

    void text(String name, String text, String... attributes) throws XMLStreamException {
        element(name, xml -> xml.out.writeCharacters(legal(text)), attributes);
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], legal(attributes[i + 1]));
        }
    }

    /** XML 1.0, 2.2: other characters cannot be written, not even escaped. */
    private static String legal(String text) {
        return text.replaceAll(
                "[^\\x09\\x0A\\x0D\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
