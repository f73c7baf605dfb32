package dev.allmende.devcloud.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;

/** Projects with whom an image is shared. They need not accept here to see it. */
final class Members {
    private final Images images;
    private final World world;
    private final Table table = new Table();

    Members(Images images, World world) {
        this.images = images;
        this.world = world;
    }

    void routes(Routes routes) {
        String path = "/v2/images/{id}/members";
        routes.on("GET", path, this::list).on("POST", path, this::add).on("DELETE", path + "/{member}", this::remove);
    }

    private ObjectNode image(Request request) {
        return ImageChanges.need(images, request, "No image found with ID ");
    }

    private static String key(String image, String member) {
        return image + "/" + member;
    }

    private static ObjectNode shown(ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        shown.remove("id");
        return shown;
    }

    private Answer list(Request request) {
        String image = image(request).path("id").asText();
        ObjectNode body = Json.object();
        body.set(
                "members",
                Json.array(table.where("image_id", image).stream()
                        .map(Members::shown)
                        .toList()));
        return Answer.ok(body.put("schema", "/v2/schemas/members"));
    }

    private Answer add(Request request) {
        String image = image(request).path("id").asText();
        String member =
                request.json("Malformed JSON in request body.").path("member").asText();
        if (table.find(key(image, member)).isPresent()) {
            throw Refused.conflict("Member " + member + " is duplicated for image " + image);
        }
        ObjectNode row = Json.object().put("id", key(image, member)).put("member_id", member);
        row.put("image_id", image).put("status", "pending");
        row.put("created_at", world.seconds()).put("updated_at", world.seconds());
        return Answer.ok(shown(table.add(row.put("schema", "/v2/schemas/member"))));
    }

    private Answer remove(Request request) {
        String key = key(image(request).path("id").asText(), request.part("member"));
        if (table.find(key).isEmpty()) {
            throw Refused.notFound(
                    request.part("member") + " not found in the member list of the image " + request.part("id") + ".");
        }
        table.remove(key);
        return Answer.empty(204);
    }
}
