package dev.allmende.server.shell.page;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.login.FormTokens;
import dev.allmende.server.shell.login.Session;
import dev.allmende.server.shell.login.Sessions;
import dev.allmende.server.shell.look.Assets;
import dev.allmende.server.shell.look.Language;
import dev.allmende.server.shell.look.Templates;
import dev.allmende.server.shell.look.Texts;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Cookies;
import dev.allmende.server.shell.visit.Replies;
import dev.allmende.server.shell.visit.Visit;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts a page into the frame that all share. */
public final class PageMaker {

    private final Templates templates;
    private final Assets assets;
    private final FormTokens tokens;
    private final SecureRandom random;
    private final String version;

    /** @param version of the program, for the foot of the page */
    public PageMaker(Templates templates, Assets assets, FormTokens tokens, SecureRandom random, String version) {
        this.templates = templates;
        this.assets = assets;
        this.tokens = tokens;
        this.random = random;
        this.version = version;
    }

    /**
     * What every page shows around its contents.
     *
     * @param place in the main navigation
     * @param user empty when nobody is signed in
     * @param token for forms
     * @param address of this page, to come back to
     */
    public record Frame(
            String title,
            String place,
            String language,
            String theme,
            List<Language> languages,
            String user,
            List<String> groups,
            String token,
            String address,
            String notice,
            String assets,
            String version) {}

    public Answer.Whole page(Visit visit, String template, String title, Map<String, ?> data) {
        return page(visit, 200, template, title, data);
    }

    /** @param data beside {@code frame}, by the names that the template uses */
    public Answer.Whole page(Visit visit, int code, String template, String title, Map<String, ?> data) {
        var reader = visit.reader();
        var fresh = reader.isEmpty() ? Sessions.secret(random) : "";
        Map<String, Object> all = new HashMap<>(data);
        all.put("frame", frame(visit, title, fresh.isEmpty() ? reader : "visitor " + fresh));
        var answer =
                Replies.html(code, templates.render(template, visit.display().language(), all));
        return fresh.isEmpty()
                ? answer
                : answer.with("Set-Cookie", Cookies.set(Cookies.VISITOR, fresh, Cookies.SameSite.STRICT));
    }

    /** A part of a page, without a frame. */
    public String part(Visit visit, String template, Map<String, ?> data) {
        return templates.render(template, visit.display().language(), data);
    }

    public static Texts texts(Visit visit) {
        return Texts.in(visit.display().language());
    }

    private Frame frame(Visit visit, String title, String reader) {
        var signedIn = visit.session();
        return new Frame(
                title,
                inNavigation(visit),
                visit.display().language().code(),
                visit.display().theme().code(),
                List.of(Language.values()),
                signedIn.map(session -> session.user().name()).orElse(""),
                signedIn.map(session -> session.user().groups()).orElse(List.of()),
                tokens.of(reader),
                comesBackHere(visit) ? visit.address() : Addresses.NAMESPACES,
                signedIn.map(Session::takeNotice).orElse(""),
                assets.version(),
                version);
    }

    /** A form's answer, and the answer of an issuer, cannot be asked for again. */
    private static boolean comesBackHere(Visit visit) {
        return !visit.isPost() && !place(visit).equals("oidc") && !place(visit).equals("github");
    }

    private static String place(Visit visit) {
        return visit.parts().isEmpty() ? "" : visit.parts().getFirst();
    }

    /** In the main navigation: forms and pictures are about a namespace, or about what is in none. */
    private static String inNavigation(Visit visit) {
        return switch (place(visit)) {
            case "topology", "status" -> "namespaces";
            case "new" -> visit.parts().size() > 1 ? visit.parts().get(1) : "";
            default -> place(visit);
        };
    }
}
