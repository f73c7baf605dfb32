package dev.allmende.devcloud.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** A cloud the script is played to: its services, and the tokens of three users of a clouds.yaml. */
final class Target {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<Step.Who, String> tokens = new TreeMap<>();
    private final Map<String, String> services = new TreeMap<>();
    final Map<String, String> variables = new TreeMap<>();
    private final Runnable pause;

    /**
     * @param names the entries of the member, the admin and the domain manager
     * @param pause lets a moment pass before something is looked at again
     */
    Target(String cloudsYaml, List<String> names, Runnable pause) {
        this.pause = pause;
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(cloudsYaml);
        List<Step.Who> who = List.of(Step.Who.MEMBER, Step.Who.ADMIN, Step.Who.MANAGER);
        for (int i = 0; i < names.size(); i++) {
            Map<String, Object> cloud = entry(file, names.get(i));
            login(who.get(i), Json.MAPPER.valueToTree(cloud.get("auth")));
        }
    }

    private static Map<String, Object> entry(Map<String, Map<String, Map<String, Object>>> file, String name) {
        Map<String, Map<String, Object>> clouds = file.getOrDefault("clouds", Map.of());
        Map<String, Object> cloud = clouds.get(name);
        if (cloud == null) {
            throw new IllegalStateException("no cloud '" + name + "' in the clouds.yaml, which has " + clouds.keySet());
        }
        return cloud;
    }

    private void login(Step.Who who, JsonNode auth) {
        ObjectNode body = Json.object();
        body.withObject("/auth/identity").set("methods", Json.texts(List.of("password")));
        ObjectNode user = body.withObject("/auth/identity/password/user");
        user.put("name", auth.path("username").asText())
                .put("password", auth.path("password").asText());
        user.withObject("/domain").put("name", auth.path("user_domain_name").asText("Default"));
        if (auth.has("domain_name")) {
            body.withObject("/auth/scope/domain")
                    .put("name", auth.path("domain_name").asText());
        } else {
            ObjectNode project = body.withObject("/auth/scope/project");
            project.put("name", auth.path("project_name").asText());
            project.withObject("/domain")
                    .put("name", auth.path("project_domain_name").asText("Default"));
        }
        String url = auth.path("auth_url").asText();
        HttpResponse<String> answer = send("POST", url + "/auth/tokens", body.toString(), Map.of());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("login at " + url + " as " + who + " failed: " + answer.statusCode());
        }
        tokens.put(who, answer.headers().firstValue("X-Subject-Token").orElseThrow());
        if (who == Step.Who.MEMBER) {
            JsonNode token = tree(answer).path("token");
            learn(token, auth);
        }
    }

    private void learn(JsonNode token, JsonNode auth) {
        variables.put("project", token.at("/project/id").asText());
        variables.put("user", token.at("/user/id").asText());
        variables.put("username", auth.path("username").asText());
        variables.put("password", auth.path("password").asText());
        variables.put("token", tokens.getOrDefault(Step.Who.MEMBER, ""));
        token.path("catalog").forEach(entry -> {
            String url = entry.path("endpoints").path(0).path("url").asText();
            services.put(entry.path("type").asText(), url.replaceFirst("/v\\d.*$", ""));
        });
    }

    HttpResponse<String> play(Step step) {
        Map<String, String> headers = new TreeMap<>();
        step.headers().forEach((name, value) -> headers.put(name, filled(value)));
        switch (step.who()) {
            case NOBODY -> {}
            case STRANGER -> headers.put("X-Auth-Token", "no-such-token");
            case MEMBER, ADMIN, MANAGER -> headers.putIfAbsent("X-Auth-Token", tokens.getOrDefault(step.who(), ""));
        }
        String path = filled(step.path());
        String url = path.startsWith("http") ? path : services.getOrDefault(step.service(), "") + path;
        return send(step.method(), url, filled(step.body()), headers);
    }

    void pause() {
        pause.run();
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            filled = filled.replace("${" + variable.getKey() + "}", variable.getValue());
        }
        return filled;
    }

    private static HttpResponse<String> send(String method, String url, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + url, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode tree(HttpResponse<String> answer) {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }
}
