package dev.allmende.server.shell.page;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.visit.Refusal;
import dev.allmende.server.shell.visit.Visit;
import java.util.Map;

/** What a reader sees when something is not to be had. */
public final class ProblemPage {

    private final PageMaker pages;

    public ProblemPage(PageMaker pages) {
        this.pages = pages;
    }

    public Answer.Whole show(Visit visit, Refusal refusal) {
        var texts = PageMaker.texts(visit);
        var name = name(refusal.code());
        return pages.page(
                visit,
                refusal.code(),
                "problem.html",
                texts.of(name),
                Map.of(
                        "code", refusal.code(),
                        "explanation", texts.of(name + "Long"),
                        "message", refusal.text()));
    }

    private static String name(int code) {
        return switch (code) {
            case 403, 404, 405, 409 -> "problem" + code;
            default -> "problemOther";
        };
    }
}
