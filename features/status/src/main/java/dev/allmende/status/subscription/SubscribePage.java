package dev.allmende.status.subscription;

import dev.allmende.status.board.Board;
import dev.allmende.status.board.Part;
import dev.allmende.status.notice.Texts;
import dev.allmende.status.subscription.Links.Purpose;
import dev.allmende.status.view.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The few pages of subscribing, in HTML that needs no script. */
record SubscribePage(Board board, Texts texts) {

    String language() {
        return texts.language();
    }

    Reply form(List<Part> parts) {
        var boxes = parts.stream()
                .map(part -> "<label><input type=\"checkbox\" name=\"component\" value=\"%s\"> %s</label>"
                        .formatted(escape(part.name()), escape(part.wording().name(language()))))
                .collect(Collectors.joining("<br>\n"));
        return page(
                200,
                """
                <p>%s</p>
                <form method="post" action="subscribe?lang=%s">
                <p><label>%s <input type="email" name="address" required maxlength="254" autocomplete="email"></label></p>
                <fieldset><legend>%s</legend>
                %s
                </fieldset>
                <p><button>%s</button></p>
                </form>
                """.formatted(
                                word("page.lead"),
                                language(),
                                word("page.address"),
                                word("page.components"),
                                boxes,
                                word("page.submit")),
                "./");
    }

    Reply button(Purpose purpose, String subscription, String token) {
        var key = purpose == Purpose.CONFIRM ? "page.confirm" : "page.unsubscribe";
        var action = "?s=%s&amp;t=%s&amp;lang=%s".formatted(escape(subscription), escape(token), language());
        return page(
                200,
                "<p>%s</p>\n<form method=\"post\" action=\"%s\"><p><button>%s</button></p></form>\n"
                        .formatted(word(key), action, word(key + ".submit")),
                purpose == Purpose.CONFIRM ? "../" : "./");
    }

    Reply message(int code, String key) {
        return page(code, "<p role=\"status\">%s</p>\n".formatted(word(key)), "");
    }

    /** @param back to the page, relative; empty for no link */
    private Reply page(int code, String main, String back) {
        var html = """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="robots" content="noindex">
                <title>%s</title>
                <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}\
                input,button{font:inherit;padding:.3rem .6rem}</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s%s</main>
                </body>
                </html>
                """.formatted(
                        language(),
                        word("page.title"),
                        word("page.title"),
                        main,
                        back.isEmpty() ? "" : "<p><a href=\"%s\">%s</a></p>\n".formatted(back, word("page.back")));
        return new Reply(code, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private String word(String key) {
        return escape(texts.get(key, board.page().wording().name(language())));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
