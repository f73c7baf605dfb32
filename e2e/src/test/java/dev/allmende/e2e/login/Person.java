package dev.allmende.e2e.login;

import dev.allmende.cli.wire.Tls;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens the page of a sign-in as a browser would: follows where it is sent, keeps cookies, fills in the forms. */
final class Person implements AutoCloseable {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    private final String name;
    private final HttpClient browser;

    Person(String name, Path authority) throws IOException {
        this.name = name;
        this.browser = HttpClient.newBuilder()
                .sslContext(Tls.trusting(authority).context())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    /** Signs in and agrees. Gives the last page. */
    String agree(String page) throws IOException, InterruptedException {
        return answer(page, "accept", "Yes");
    }

    /** Signs in and refuses. */
    String refuse(String page) throws IOException, InterruptedException {
        return answer(page, "cancel", "No");
    }

    private String answer(String page, String button, String label) throws IOException, InterruptedException {
        var login = browser.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString());
        var question = submit(login, Map.of("username", name, "password", Realm.PASSWORD));
        return submit(question, Map.of(button, label)).body();
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> filled)
            throws IOException, InterruptedException {
        var form = FORM.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            throw new IOException(page.uri() + " answered " + page.statusCode() + " and shows no form: " + page.body());
        }
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form.group(2))
                .results()
                .forEach(input -> fields.put(attribute(input.group(), "name"), attribute(input.group(), "value")));
        fields.putAll(filled);
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var target = page.uri().resolve(form.group(1).replace("&amp;", "&"));
        return browser.send(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String attribute(String tag, String attribute) {
        var found = Pattern.compile("\\b" + attribute + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        browser.shutdownNow();
    }
}
