package dev.allmende.devcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;

/** Making images, uploading, patching (JSON patch of single fields) and deleting. */
final class ImageChanges {
    private static final String BROKEN = "Malformed JSON in request body.";

    private final Images images;

    ImageChanges(Images images) {
        this.images = images;
    }

    void routes(Routes routes) {
        routes.on("POST", "/v2/images", this::create)
                .on("PATCH", "/v2/images/{id}", this::patch)
                .on("DELETE", "/v2/images/{id}", this::delete)
                .on("PUT", "/v2/images/{id}/file", this::upload)
                .on("POST", "/v2/images/{id}/import", this::fetch);
    }

    static ObjectNode need(Images images, Request request, String complaint) {
        String id = request.part("id");
        return images.table
                .find(id)
                .filter(row -> readable(row, request))
                .orElseThrow(() -> Refused.notFound(complaint + id));
    }

    private static boolean readable(ObjectNode row, Request request) {
        String visibility = row.path("visibility").asText();
        return visibility.equals("public")
                || visibility.equals("community")
                || row.path("owner").asText().equals(request.caller().project())
                || request.caller().isAdmin();
    }

    private ObjectNode own(Request request, String action) {
        ObjectNode row = need(
                images, request, action.equals("delete_image") ? "Failed to find image " : "No image found with ID ");
        boolean own = row.path("owner").asText().equals(request.caller().project());
        if (!own && !request.caller().isAdmin()) {
            throw Refused.forbidden("You are not authorized to complete " + action + " action.");
        }
        return row;
    }

    private Answer create(Request request) {
        if (!(request.json(BROKEN) instanceof ObjectNode wanted)) {
            throw Refused.badRequest(BROKEN);
        }
        JsonNode name = wanted.path("name");
        if (!name.isMissingNode() && !name.isNull() && !name.isTextual()) {
            throw Refused.badRequest(
                    "Provided object does not match schema 'image': " + name + " is not of type 'null', 'string'");
        }
        publicize(request, wanted.path("visibility").asText());
        ObjectNode row = images.queued(wanted, request.caller().project());
        return Answer.json(201, row)
                .with(
                        "Location",
                        request.base() + "/v2/images/" + row.path("id").asText())
                .with("OpenStack-image-import-methods", "glance-direct,web-download");
    }

    private static void publicize(Request request, String visibility) {
        if (visibility.equals("public") && !request.caller().isAdmin()) {
            throw Refused.forbidden("You are not authorized to complete publicize_image action.");
        }
    }

    private Answer patch(Request request) {
        String type = request.header("content-type").orElse("");
        if (!type.startsWith("application/openstack-images-v2.")) {
            throw new Refused(415, "", "The request media type " + type + " is not supported by this server. ");
        }
        String id = own(request, "modify_image").path("id").asText();
        for (JsonNode change : request.json(BROKEN)) {
            change(request, id, change);
        }
        return Answer.ok(need(images, request, "No image found with ID "));
    }

    private void change(Request request, String id, JsonNode change) {
        String field = change.path("path")
                .asText()
                .replaceFirst("^/", "")
                .replace("~1", "/")
                .replace("~0", "~");
        if (Fields.READ_ONLY.contains(field)) {
            throw Refused.forbidden("Attribute '" + field + "' is read-only.");
        }
        if (field.equals("visibility")) {
            publicize(request, change.path("value").asText());
        }
        images.table.update(id, row -> {
            if (change.path("op").asText().equals("remove")) {
                row.remove(field);
            } else {
                row.set(field, change.path("value"));
            }
        });
    }

    private Answer delete(Request request) {
        String id = request.part("id");
        if (images.table.find(id).isEmpty()) {
            throw Refused.notFound("Failed to find image " + id + " to delete");
        }
        ObjectNode row = own(request, "delete_image");
        if (row.path("protected").asBoolean()) {
            throw Refused.forbidden("Image " + id + " is protected and cannot be deleted.");
        }
        images.table.remove(id);
        images.data.remove(id);
        return Answer.empty(204).with("Content-Type", "text/html; charset=UTF-8");
    }

    private Answer upload(Request request) {
        String id = own(request, "upload_image").path("id").asText();
        images.upload(id, request.body());
        return Answer.empty(204).with("Content-Type", "text/html; charset=UTF-8");
    }

    /** Web-download from anywhere brings a made up image; nothing leaves this program. */
    private Answer fetch(Request request) {
        String id = own(request, "import_image").path("id").asText();
        JsonNode method = request.json(BROKEN).path("method");
        String name = method.path("name").asText();
        switch (name) {
            case "" -> throw Refused.badRequest("Import request requires a 'method' field.");
            case "glance-direct" ->
                throw Refused.conflict("Image needs to be staged before 'glance-direct' method can be used");
            case "web-download" -> images.fetch(id, method.path("uri").asText());
            default -> throw Refused.badRequest("Unknown import method name '" + name + "'.");
        }
        return Answer.empty(202).with("Content-Type", "text/html; charset=UTF-8");
    }
}
