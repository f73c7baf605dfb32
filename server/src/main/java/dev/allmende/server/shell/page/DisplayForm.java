package dev.allmende.server.shell.page;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.look.Language;
import dev.allmende.server.shell.look.Theme;
import dev.allmende.server.shell.visit.Cookies;
import dev.allmende.server.shell.visit.Display;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Replies;
import dev.allmende.server.shell.visit.Visit;
import java.time.Duration;

/** Takes the reader's choice of language and colours. */
public final class DisplayForm {

    private static final Duration KEPT = Duration.ofDays(365);

    private DisplayForm() {}

    public static Answer.Whole choose(Visit visit, Form form) {
        var chosen = new Display(
                Language.of(form.text("language")).orElse(visit.display().language()),
                Theme.of(form.text("theme")).orElse(visit.display().theme()));
        return Replies.go(Replies.ours(form.text("return")))
                .with("Set-Cookie", Cookies.set(Cookies.DISPLAY, chosen.kept(), Cookies.SameSite.LAX, KEPT));
    }
}
