package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Microversion;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;
import java.util.List;

/** Key pairs of users. A key that Nova would make has texts that only look like keys: nothing can log in here. */
final class Keypairs {
    private final World world;
    private final Table table = new Table();

    Keypairs(World world) {
        this.world = world;
    }

    void routes(Routes routes) {
        routes.on("GET", "/v2.1/os-keypairs", this::list)
                .on("POST", "/v2.1/os-keypairs", this::create)
                .on("GET", "/v2.1/os-keypairs/{name}", this::show)
                .on("DELETE", "/v2.1/os-keypairs/{name}", this::delete);
    }

    private static String key(Request request, String name) {
        return request.caller().userId() + "/" + name;
    }

    private static ObjectNode shown(Request request, ObjectNode row) {
        Microversion version = ComputeManners.version(request);
        ObjectNode shown = row.deepCopy().retain("name", "public_key", "fingerprint");
        return version.atLeast(2) ? shown.put("type", "ssh") : shown;
    }

    private Answer list(Request request) {
        List<ObjectNode> rows = table.where("user_id", request.caller().userId()).stream()
                .map(row -> Json.object().<ObjectNode>set("keypair", shown(request, row)))
                .toList();
        return Answer.ok(Json.object().set("keypairs", Json.array(rows)));
    }

    private Answer create(Request request) {
        ObjectNode wanted = request.wrapped("keypair", "Malformed request body")
                .orElseThrow(() -> Refused.badRequest("'keypair' is a required property"));
        String name = wanted.path("name").asText();
        sound(request, wanted);
        if (table.find(key(request, name)).isPresent()) {
            throw Refused.conflict("Key pair '" + name + "' already exists.");
        }
        ObjectNode row = Json.object().put("id", key(request, name)).put("name", name);
        row.put(
                "public_key",
                wanted.path("public_key").asText("ssh-rsa " + world.ids().hex() + " Generated-by-Nova"));
        row.put("fingerprint", String.join(":", world.ids().hex().split("(?<=\\G..)")));
        row.put("user_id", request.caller().userId()).put("created_at", world.micros());
        table.add(row);
        ObjectNode answer = shown(request, row).put("user_id", request.caller().userId());
        if (!wanted.hasNonNull("public_key")) {
            answer.put(
                    "private_key",
                    "-----BEGIN RSA PRIVATE KEY-----\n" + world.ids().hex() + "\n-----END RSA PRIVATE KEY-----\n");
        }
        int status = ComputeManners.version(request).atLeast(2) ? 201 : 200;
        return Answer.json(status, Json.object().set("keypair", answer));
    }

    /** From 2.92 on Nova makes no keys any more. */
    private static void sound(Request request, ObjectNode wanted) {
        if (!wanted.hasNonNull("public_key") && ComputeManners.version(request).atLeast(92)) {
            throw Refused.badRequest("Invalid input for field/attribute keypair. Value: " + wanted
                    + ". 'public_key' is a required property");
        }
        if (wanted.hasNonNull("public_key")
                && !wanted.path("public_key").asText().contains("ssh-")
                && !wanted.path("public_key").asText().startsWith("ecdsa-")) {
            throw Refused.badRequest("Keypair data is invalid: failed to generate fingerprint");
        }
    }

    private ObjectNode need(Request request) {
        String name = request.part("name");
        return table.find(key(request, name))
                .orElseThrow(() -> Refused.notFound("Keypair " + name + " not found for user "
                        + request.caller().userId()));
    }

    private Answer show(Request request) {
        ObjectNode row = need(request);
        ObjectNode full = shown(request, row);
        full.set("user_id", row.path("user_id"));
        full.set("created_at", row.path("created_at"));
        full.put("deleted", false).putNull("deleted_at").put("id", 1).putNull("updated_at");
        return Answer.ok(Json.object().set("keypair", full));
    }

    private Answer delete(Request request) {
        table.remove(need(request).path("id").asText());
        return Answer.empty(ComputeManners.version(request).atLeast(2) ? 204 : 202);
    }
}
