package dev.allmende.server.shell.visit;

import dev.allmende.apiserver.request.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of a form that was sent (application/x-www-form-urlencoded). */
public record Form(Query fields) {

    public static final String TOKEN = "form";
    public static final String TYPE = "application/x-www-form-urlencoded";
    private static final int LONGEST = 64 << 10;
    private static final int LONGEST_SIGNED_IN = 1 << 20;

    /** @throws Refusal when it is no form, or a very long one */
    public static Form of(Visit visit) {
        var type = visit.request().headers().text("Content-Type");
        var body = visit.request().body();
        int longest = visit.session().isPresent() ? LONGEST_SIGNED_IN : LONGEST;
        if (!type.toLowerCase(Locale.ROOT).startsWith(TYPE) || body.length > longest) {
            throw new Refusal(415, "a form is expected");
        }
        return new Form(Query.parse(new String(body, StandardCharsets.UTF_8)));
    }

    /** Fields as a form sends them, or as the query of an address. */
    public static String written(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Empty when the field is absent. */
    public String text(String name) {
        return fields.text(name);
    }
}
