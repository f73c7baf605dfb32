package dev.allmende.server.shell.visit;

import dev.allmende.apiserver.request.Headers;
import dev.allmende.server.shell.look.Language;
import dev.allmende.server.shell.look.Theme;

/** What a reader wants to see: as chosen, else as the browser says. */
public record Display(Language language, Theme theme) {

    static Display of(Cookies cookies, Headers headers) {
        var chosen = cookies.text(Cookies.DISPLAY).split("\\.", -1);
        return new Display(
                Language.of(chosen[0]).orElseGet(() -> Language.preferred(headers.text("Accept-Language"))),
                Theme.of(chosen.length > 1 ? chosen[1] : "").orElse(Theme.AUTO));
    }

    /** The value of the cookie that keeps it. */
    public String kept() {
        return language.code() + "." + theme.code();
    }
}
