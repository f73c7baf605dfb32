package dev.allmende.status.export;

import dev.allmende.status.page.Texts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where what lies: each language has a whole tree of files, the first one at the root, others in a folder of their name. A
 * page {@code incident/ID} is the file {@code incident/ID.html} there, since web servers go by endings.
 */
record Tree(List<String> languages) {

    private static final Pattern LINK = Pattern.compile("(href|src)=\"(\\?lang=|\\.{1,2}/)([^\"]*)\"");
    private static final Pattern STORY = Pattern.compile("(incident/[0-9a-f-]{36})\\?lang=[a-z]{2}");

    /** @param offered by a page, as the page itself takes them */
    static Tree of(List<String> offered) {
        var known =
                offered.stream().filter(Texts.LANGUAGES::contains).distinct().toList();
        return new Tree(known.isEmpty() ? List.of(Texts.LANGUAGES.getFirst()) : known);
    }

    /** Empty for the first language; else with a slash at its end. */
    String folder(String language) {
        return language.equals(languages.getFirst()) ? "" : language + "/";
    }

    /** @param rest of a page's address */
    String file(String rest, String language) {
        return folder(language) + file(rest);
    }

    private static String file(String rest) {
        if (rest.isEmpty()) {
            return "index.html";
        }
        return rest.indexOf('.', rest.lastIndexOf('/') + 1) >= 0 ? rest : rest + ".html";
    }

    /** A page whose links lead to files. What people wrote holds no quotation marks here: they are escaped in HTML. */
    String linked(String html, String rest, String language) {
        var up = "../"
                .repeat((int) file(rest, language).chars().filter(c -> c == '/').count());
        return LINK.matcher(html).replaceAll(found -> {
            var target = found.group(3);
            var link = found.group(2).startsWith("?")
                    ? "./" + up + file(rest, target)
                    : found.group(2) + file(target.split("\\?", 2)[0]);
            return Matcher.quoteReplacement(found.group(1) + "=\"" + link + '"');
        });
    }

    /** A feed whose links lead to files. */
    static String linked(String feed) {
        return STORY.matcher(feed).replaceAll("$1.html");
    }
}
