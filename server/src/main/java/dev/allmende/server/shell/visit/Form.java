package dev.allmende.server.shell.visit;

import dev.allmende.apiserver.request.Query;
import java.nio.charset.StandardCharsets;

/** The fields of a form that was sent (application/x-www-form-urlencoded). */
public record Form(Query fields) {

    public static final String TOKEN = "form";
    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final int LONGEST = 64 << 10;
    private static final int LONGEST_SIGNED_IN = 1 << 20;

    /** @throws Refusal when it is no form, or a very long one */
    public static Form of(Visit visit) {
        var type = visit.request().headers().text("Content-Type");
        var body = visit.request().body();
        int longest = visit.session().isPresent() ? LONGEST_SIGNED_IN : LONGEST;
        if (!type.toLowerCase(java.util.Locale.ROOT).startsWith(TYPE) || body.length > longest) {
            throw new Refusal(415, "a form is expected");
        }
        return new Form(Query.parse(new String(body, StandardCharsets.UTF_8)));
    }

    /** Empty when the field is absent. */
    public String text(String name) {
        return fields.text(name);
    }
}
