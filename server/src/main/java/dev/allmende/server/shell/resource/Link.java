package dev.allmende.server.shell.resource;

import dev.allmende.server.shell.visit.Addresses;

/**
 * Another object that one names.
 *
 * @param field that names it, empty when none does
 * @param href of its page, empty when the kind is not served or cannot be told
 */
public record Link(String field, String text, String href) {

    /** @param namespace of whoever names it; who is in none names what is in none */
    static Link to(Kind kind, String field, String namespace, String name) {
        var own = kind.namespaced() ? namespace : "";
        return new Link(
                field, kind.name() + " " + name, kind.namespaced() && own.isEmpty() ? "" : page(kind, own, name));
    }

    private static String page(Kind kind, String namespace, String name) {
        return kind.id().equals("namespaces") ? Addresses.namespace(name) : kind.href(namespace, name);
    }
}
