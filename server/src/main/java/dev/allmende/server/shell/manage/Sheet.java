package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.server.shell.visit.Form;
import java.util.Map;

/**
 * A kind that has a form of its own.
 *
 * @param <T> what stands in the form, right or wrong
 */
interface Sheet<T extends Entered> {

    /** Its name in the API. */
    String plural();

    /** What the names of its texts begin with. */
    String word();

    String template();

    /** Where its forms are. */
    String address(Reader reader);

    /** A new one, before anything is written in the form. */
    ObjectNode fresh(Reader reader);

    T read(Reader reader, ObjectNode object);

    T read(Reader reader, Form form);

    /** What is to be stored. */
    ObjectNode write(Reader reader, ObjectNode before, T entered);

    /** What a button beside the form does; refuses those that it does not have. */
    ObjectNode step(Reader reader, ObjectNode before, Form form);

    /** What the template shows besides. */
    Map<String, Object> data(Reader reader, ObjectNode object);
}
