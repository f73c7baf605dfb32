package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.MEMBER;
import static dev.allmende.devcloud.contract.Step.Who.NOBODY;
import static dev.allmende.devcloud.contract.Step.Who.STRANGER;

import java.util.List;

/** Requests to Glance. */
final class ImageScript {
    private static final String PATCH = "application/openstack-images-v2.1-json-patch";

    private ImageScript() {}

    private static Step get(String path) {
        return Step.of(MEMBER, "image", "GET", path);
    }

    private static Step act(String method, String path) {
        return Step.of(MEMBER, "image", method, path);
    }

    static List<Step> steps() {
        String one = "/v2/images/${newImage}";
        return List.of(
                Step.of(NOBODY, "image", "GET", "/"),
                Step.of(NOBODY, "image", "GET", "/versions"),
                get("/v2"),
                get("/v2/"),
                Step.of(NOBODY, "image", "GET", "/v2/images"),
                Step.of(NOBODY, "image", "GET", "/v2/images").header("Accept", "application/json"),
                Step.of(STRANGER, "image", "GET", "/v2/images").header("Accept", "*/*"),
                get("/v2/images").saveWhere("image", "/images", "name", "tiny", "id"),
                get("/v2/images?limit=1&member_status=all"),
                get("/v2/images?limit=x"),
                get("/v2/images?marker=nope"),
                get("/v2/images?visibility=foo"),
                get("/v2/images?visibility=private"),
                get("/v2/images?visibility=all"),
                get("/v2/images?os_hidden=true"),
                get("/v2/images?name=no-such-image"),
                get("/v2/images?sort_key=nope"),
                get("/v2/images?sort=name:asc"),
                get("/v2/images/${image}"),
                get("/v2/images/nope"),
                get("/v2/images/nope").header("Accept", "*/*"),
                get("/v2/images/nope").header("Accept", "application/json"),
                get("/v2/nope"),
                act("PUT", "/v2/images").body("{}"),
                act("PUT", "/v2/images").body("{}").header("Accept", "*/*"),
                act("DELETE", "/v2/images/nope"),
                act("DELETE", "/v2/images/${image}").named("of others"),
                act("POST", "/v2/images").named("name is no text").body("{'name':5}"),
                act("POST", "/v2/images").named("broken").body("{"),
                act("POST", "/v2/images").named("public").body("{'name':'x','visibility':'public'}"),
                act("POST", "/v2/images")
                        .body("{'name':'allmende-contract','container_format':'bare','disk_format':'raw','min_ram':1}")
                        .save("newImage", "/id"),
                get(one).named("queued"),
                get(one + "/file").named("without data"),
                act("PUT", one + "/file").body("abc").header("Content-Type", "application/octet-stream"),
                get(one).named("active"),
                get(one + "/file"),
                act("PATCH", one)
                        .named("add")
                        .header("Content-Type", PATCH)
                        .body("[{'op':'replace','path':'/min_ram','value':64}]"),
                act("PATCH", one)
                        .named("read-only")
                        .header("Content-Type", PATCH)
                        .body("[{'op':'replace','path':'/id','value':'1'}]"),
                act("PATCH", one)
                        .named("publicize")
                        .header("Content-Type", PATCH)
                        .body("[{'op':'replace','path':'/visibility','value':'public'}]"),
                act("PATCH", one).named("wrong type").body("[]"),
                act("DELETE", one),
                get(one).named("deleted"),
                get("/v2/schemas/image"),
                get("/v2/info/import"),
                get("/v2/info/stores"));
    }
}
