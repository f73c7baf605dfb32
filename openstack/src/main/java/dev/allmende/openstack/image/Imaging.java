package dev.allmende.openstack.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Kind;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Resources;
import java.io.InputStream;
import java.util.List;

/** What Glance does for a project. */
public final class Imaging {

    private static final Kind<Image.Wish, Image> IMAGES = new Kind<>(
            ServiceType.IMAGE,
            "/images",
            "/images",
            "",
            "images",
            "PATCH",
            Mark.Place.PROPERTY,
            Image.Wish::new,
            Image::new);

    private final Cloud cloud;

    public Imaging(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Lists have 25 a page; all are read. For changes use {@link #change}. */
    public Resources<Image.Wish, Image> images() {
        return new Resources<>(cloud, IMAGES);
    }

    /** Sets each field of the wish, and takes away those it clears. */
    public Image change(Image image, Image.Wish wish) {
        var patch = new com.fasterxml.jackson.databind.node.ArrayNode(
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance);
        for (var name : wish.fields().names()) {
            var value = wish.fields().value(name).orElseThrow();
            var has = image.json().has(name);
            if (value.isNull() && !has) {
                continue;
            }
            var step =
                    patch.addObject().put("path", "/" + name.replace("~", "~0").replace("/", "~1"));
            step.put("op", value.isNull() ? "remove" : has ? "replace" : "add");
            if (!value.isNull()) {
                step.set("value", value);
            }
        }
        var call = Call.patch(images().path(image.id()), Json.bytes(patch))
                .header("Content-Type", "application/openstack-images-v2.1-json-patch");
        return new Image(Json.tree(images().service().send(call).body()).orElseGet(Json::object));
    }

    /** How this cloud imports, for example {@code web-download}; none when it does not. */
    public List<String> importMethods() {
        var answer = images().service().ask(Call.get("/info/import"));
        return Json.tree(answer.body())
                .map(tree -> tree.path("import-methods").path("value").valueStream())
                .orElseGet(java.util.stream.Stream::empty)
                .map(JsonNode::asText)
                .toList();
    }

    /** Glance fetches the data itself; its state tells how far it is. */
    public void fetch(String image, String url) {
        var how = Fields.of("name", "web-download").with("uri", url);
        images().service()
                .send(Call.post(
                        images().path(image) + "/import",
                        Json.bytes(Fields.NONE.with("method", how).json())));
    }

    /** The data in one piece, for small images. */
    public void upload(String image, byte[] data) {
        images().service()
                .send(Call.put(images().path(image) + "/file", data)
                        .header("Content-Type", "application/octet-stream"));
    }

    /** The data as it comes, for images of any size. */
    public void pour(String image, InputStream data) {
        images().service()
                .pour(
                        Call.put(images().path(image) + "/file", new byte[0])
                                .header("Content-Type", "application/octet-stream"),
                        data);
    }

    /** Shares an image of visibility {@code shared} with a project, which has yet to accept it. */
    public void share(String image, String project) {
        images().service()
                .send(Call.post(
                        images().path(image) + "/members",
                        Json.bytes(Fields.of("member", project).json())));
    }
}
