package dev.allmende.devcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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

/** A plain HTTP client with a token, for tests. */
final class Client {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private String token = "";

    private Client(String url) {
        this.url = url;
    }

    static Client anonymous(DevCloud cloud) {
        return new Client(cloud.url());
    }

    /** Logs in with a project of the domain Default. */
    static Client of(DevCloud cloud, String user, String project) {
        Client client = new Client(cloud.url());
        client.login(user, user + "-password", "Default", project);
        return client;
    }

    void login(String user, String password, String domain, String project) {
        ObjectNode body = Json.object();
        body.withObject("/auth/identity").set("methods", Json.texts(java.util.List.of("password")));
        ObjectNode who = body.withObject("/auth/identity/password/user");
        who.put("name", user).put("password", password).withObject("/domain").put("name", domain);
        if (!project.isEmpty()) {
            body.withObject("/auth/scope/project")
                    .put("name", project)
                    .withObject("/domain")
                    .put("name", domain);
        } else {
            body.withObject("/auth/scope/domain").put("name", domain);
        }
        HttpResponse<String> answer = send("POST", "/identity/v3/auth/tokens", body.toString());
        token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
    }

    String token() {
        return token;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    JsonNode json(String path, String... headers) {
        return tree(get(path, headers));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url + path));
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("X-Auth-Token", token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode tree(HttpResponse<String> answer) {
        try {
            return answer.body().isEmpty() ? MissingNode.getInstance() : Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }
}
