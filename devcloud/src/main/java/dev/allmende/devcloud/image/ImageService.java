package dev.allmende.devcloud.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Paging;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Glance: versions, lists and reading. {@link ImageChanges} makes, fills, changes and removes images. */
public final class ImageService implements Service {
    private static final int PAGE = 25;
    private static final int MAX_PAGE = 1000;
    private static final Set<String> VISIBILITIES = Set.of("public", "private", "shared", "community", "all");
    private static final Set<String> NO_FILTERS = Set.of(
            "limit", "marker", "sort_key", "sort_dir", "sort", "visibility", "member_status", "os_hidden", "tag");

    private static final Paging.Complaints COMPLAINTS = new Paging.Complaints() {
        @Override
        public Refused limit(String value) {
            return Refused.badRequest("limit param must be an integer");
        }

        @Override
        public Refused marker(String value) {
            return Refused.badRequest("No image found with ID " + value);
        }
    };

    private final Routes routes = new Routes();
    private final Manners manners = new ImageManners();
    private final Images images;

    /** @param owner project that owns the images of the scenario */
    public ImageService(Scenario scenario, World world, Faults faults, String owner) {
        images = new Images(scenario, world, faults, owner);
        routes.open("GET", "", r -> versions(r, 300))
                .open("GET", "/", r -> versions(r, 300))
                .open("GET", "/versions", r -> versions(r, 200))
                .on(
                        "GET",
                        "/v2",
                        r -> Answer.empty(302)
                                .with("Location", r.base() + "/v2/")
                                .with("Content-Type", "text/plain; charset=utf8"))
                .on("GET", "/v2/images", this::list)
                .on("GET", "/v2/images/{id}", this::show)
                .on("GET", "/v2/images/{id}/file", this::download)
                .on("GET", "/v2/info/import", _ -> importInfo())
                .on("GET", "/v2/info/stores", _ -> {
                    throw Refused.notFound("Multi backend is not supported at this site.");
                })
                .on("GET", "/v2/schemas/image", _ -> Answer.ok(schema()));
        new ImageChanges(images).routes(routes);
        new Members(images, world).routes(routes);
    }

    @Override
    public String prefix() {
        return "/image";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return manners;
    }

    /** An image that a server may boot. */
    public Optional<ObjectNode> find(String id) {
        return images.table.find(id);
    }

    public Optional<String> idOf(String name) {
        return images.table.where("name", name).stream()
                .map(row -> row.path("id").asText())
                .findFirst();
    }

    private static Answer versions(Request request, int status) {
        List<ObjectNode> versions = Stream.of("2.15", "2.9", "2.7", "2.6", "2.5", "2.4", "2.3", "2.2", "2.1", "2.0")
                .map(number -> {
                    ObjectNode version = Json.object().put("id", "v" + number);
                    version.put("status", number.equals("2.15") ? "CURRENT" : "SUPPORTED");
                    version.set("links", Json.array(List.of(Json.link("self", request.base() + "/v2/"))));
                    return version;
                })
                .toList();
        return Answer.json(status, Json.object().set("versions", Json.array(versions)));
    }

    /** Which images a project sees: its own and public ones; community images only when asked for. */
    private static boolean visible(ObjectNode row, Request request, Optional<String> asked) {
        String visibility = row.path("visibility").asText();
        boolean own = row.path("owner").asText().equals(request.caller().project());
        boolean may = own
                || visibility.equals("public")
                || visibility.equals("community")
                || request.caller().isAdmin();
        if (asked.isEmpty()) {
            return may && (own || !visibility.equals("community"));
        }
        return may && (asked.get().equals("all") || visibility.equals(asked.get()));
    }

    private Answer list(Request request) {
        Optional<String> visibility = request.query().first("visibility");
        visibility.filter(v -> !VISIBILITIES.contains(v)).ifPresent(v -> {
            throw Refused.badRequest("Invalid visibility value: " + v);
        });
        boolean hidden = request.query()
                .first("os_hidden")
                .filter(v -> v.equalsIgnoreCase("true"))
                .isPresent();
        List<ObjectNode> found = images
                .table
                .where(row -> visible(row, request, visibility)
                        && row.path("os_hidden").asBoolean() == hidden
                        && filtered(row, request))
                .stream()
                .sorted(order(request))
                .toList();
        Paging page = Paging.cut(found, request.query(), PAGE, MAX_PAGE, COMPLAINTS);
        ObjectNode body = Json.object();
        body.set("images", Json.array(page.items()));
        String query = request.query().raw();
        body.put("first", "/v2/images" + (query.isEmpty() ? "" : "?" + firstPage(query)));
        body.put("schema", "/v2/schemas/images");
        page.next()
                .ifPresent(marker ->
                        body.put("next", "/v2/images?" + request.query().withMarker(marker)));
        return Answer.ok(body);
    }

    private static String firstPage(String query) {
        return String.join(
                "&",
                Stream.of(query.split("&"))
                        .filter(p -> !p.startsWith("marker="))
                        .toList());
    }

    private static boolean filtered(ObjectNode row, Request request) {
        for (Map.Entry<String, List<String>> filter : request.query().values().entrySet()) {
            String wanted = filter.getValue().getFirst();
            if (!NO_FILTERS.contains(filter.getKey())
                    && !matches(row.path(filter.getKey()).asText(), wanted)) {
                return false;
            }
        }
        return request.query().all("tag").stream()
                .allMatch(tag ->
                        Json.MAPPER.convertValue(row.path("tags"), List.class).contains(tag));
    }

    private static boolean matches(String value, String wanted) {
        return wanted.startsWith("in:")
                ? List.of(wanted.substring(3).split(",")).contains(value)
                : value.equals(wanted);
    }

    private static Comparator<ObjectNode> order(Request request) {
        String[] sort = request.query().first("sort").orElse("").split(":");
        String key = sort[0].isEmpty() ? request.query().first("sort_key").orElse("created_at") : sort[0];
        if (!Fields.SORT_KEYS.contains(key)) {
            throw Refused.badRequest("Invalid sort key: " + key + ". It must be one of the following: name, status,"
                    + " container_format, disk_format, size, id, created_at, updated_at.");
        }
        String standard = sort[0].isEmpty() ? "desc" : "asc";
        String way =
                sort.length > 1 ? sort[1] : request.query().first("sort_dir").orElse(standard);
        Comparator<ObjectNode> order = Comparator.<ObjectNode, String>comparing(
                        row -> row.path(key).asText())
                .thenComparing(row -> row.path("id").asText());
        return way.equals("desc") ? order.reversed() : order;
    }

    private ObjectNode need(Request request) {
        return ImageChanges.need(images, request, "No image found with ID ");
    }

    private Answer show(Request request) {
        return Answer.ok(need(request));
    }

    private Answer download(Request request) {
        ObjectNode row = need(request);
        byte[] bytes = images.data.get(row.path("id").asText());
        if (bytes == null) {
            return Answer.empty(204);
        }
        return Answer.bytes(200, "application/octet-stream", bytes)
                .with("Content-Md5", row.path("checksum").asText());
    }

    private static Answer importInfo() {
        ObjectNode methods =
                Json.object().put("description", "Import methods available.").put("type", "array");
        methods.set("value", Json.texts(List.of("glance-direct", "web-download")));
        return Answer.ok(Json.object().set("import-methods", methods));
    }

    /** Only as much of the schema as clients look at: the names of the fixed fields. */
    private static ObjectNode schema() {
        ObjectNode properties = Json.object();
        Fields.FIXED.forEach(field -> properties.set(field, Json.object().put("type", "string")));
        ObjectNode schema = Json.object().put("name", "image");
        schema.set("properties", properties);
        schema.set("additionalProperties", Json.object().put("type", "string"));
        return schema;
    }
}
