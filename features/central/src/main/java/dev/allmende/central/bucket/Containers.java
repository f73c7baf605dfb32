package dev.allmende.central.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Answer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.Service;
import dev.allmende.openstack.ServiceType;
import dev.allmende.peer.s3.Usage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Buckets by Swift's own API (Object Storage API v1), where they are called containers and belong to the project: what S3
 * cannot say, as quotas, goes this way. Every method makes at most one changing call.
 */
public final class Containers {

    private static final String META = "X-Container-Meta-";
    private static final String OWNER = META + "Allmende-Uid";
    private static final byte[] NO_BODY = {};
    private static final int PAGE = 200;

    private final Service swift;

    /** @param swift the cloud's service of type OBJECT_STORE */
    public Containers(Service swift) {
        this.swift = swift;
    }

    /** Most that may be in a container; what is empty is not limited. */
    public record Quota(Optional<Long> bytes, Optional<Long> objects) {
        public static final Quota NONE = new Quota(Optional.empty(), Optional.empty());
    }

    /**
     * One container as the store has it.
     *
     * @param owner the mark on it
     * @param readers the ACL of those who may read; empty for the project alone
     */
    public record Container(
            Usage usage, Optional<String> owner, Quota quota, boolean versioned, Optional<String> readers) {}

    /** Of all containers of the project. */
    public List<String> names() {
        var names = new ArrayList<String>();
        int before;
        do {
            before = names.size();
            var call = Call.get("/").with("limit", String.valueOf(PAGE));
            var more = names.isEmpty() ? call : call.with("marker", names.getLast());
            page(more).forEach(container -> names.add(container.path("name").asText()));
        } while (names.size() == before + PAGE);
        return List.copyOf(names);
    }

    /** The same of a project's store; none where there is no store, or it does not let this login list them. */
    public static List<String> namesIn(Cloud cloud) {
        try {
            return new Containers(cloud.service(ServiceType.OBJECT_STORE)).names();
        } catch (OpenStackException refused) {
            if (refused.kind() == Kind.MISSING_SERVICE || refused.kind() == Kind.FORBIDDEN) {
                return List.of();
            }
            throw refused;
        }
    }

    public Optional<Container> find(String name) {
        var answer = swift.ask(new Call("HEAD", path(name), Map.of(), Map.of(), NO_BODY));
        return switch (answer.status()) {
            case 404 -> Optional.empty();
            case 200, 204 -> Optional.of(container(answer));
            // A HEAD says nothing but its status, so the same question is asked in a way that is answered in words.
            default -> Optional.of(container(swift.send(Call.get(path(name)).with("limit", "1"))));
        };
    }

    /** Makes one with the owner's mark on it; does the same again when it is there, so look first. */
    public void create(String name, String owner) {
        swift.send(new Call("PUT", path(name), Map.of(), Map.of(OWNER, owner), NO_BODY));
    }

    public void adopt(String name, String owner) {
        post(name, Map.of(OWNER, owner));
    }

    public void setQuota(String name, Quota quota) {
        var headers = new LinkedHashMap<String, String>();
        limit(headers, "Quota-Bytes", quota.bytes());
        limit(headers, "Quota-Count", quota.objects());
        post(name, headers);
    }

    /** Old versions are kept from now on, or no more. */
    public void setVersioned(String name, boolean wanted) {
        post(name, Map.of("X-Versions-Enabled", String.valueOf(wanted)));
    }

    /** @param readers Swift's ACL, as {@code .r:*} for everybody; empty for the project alone */
    public void setReaders(String name, String readers) {
        post(name, readers.isEmpty() ? Map.of("X-Remove-Container-Read", "x") : Map.of("X-Container-Read", readers));
    }

    /**
     * A container that is gone already counts as deleted.
     *
     * @throws OpenStackException of kind CONFLICT when something is in it
     */
    public void delete(String name) {
        try {
            swift.send(Call.delete(path(name)));
        } catch (OpenStackException refused) {
            if (refused.kind() == Kind.CONFLICT) {
                throw new OpenStackException(
                        Kind.CONFLICT,
                        refused.getMessage() + "; empty it, or set purge: true to lose what is in it",
                        refused);
            }
            if (refused.kind() != Kind.NOT_FOUND) {
                throw refused;
            }
        }
    }

    /** Whether nothing is in it, old versions included. */
    public boolean isEmpty(String name) {
        return page(Call.get(path(name)).with("limit", "1")).isEmpty()
                && versions(name).isEmpty();
    }

    /**
     * Removes a page of objects, old versions included.
     *
     * @return how many; 0 when the container is empty
     */
    public int purgeStep(String name) {
        var removed = 0;
        for (var object : page(Call.get(path(name)).with("limit", String.valueOf(PAGE)))) {
            removed += remove(name, object.path("name").asText(), Optional.empty());
        }
        return removed > 0 ? removed : purgeVersions(name);
    }

    private int purgeVersions(String name) {
        var removed = 0;
        for (var object : versions(name)) {
            removed += remove(name, object.path("name").asText(), Json.text(object, "version_id"));
        }
        return removed;
    }

    private JsonNode versions(String name) {
        return page(Call.get(path(name)).with("versions", "true"));
    }

    private JsonNode page(Call call) {
        return Json.tree(swift.send(call.with("format", "json")).body()).orElseGet(Json::object);
    }

    private int remove(String container, String object, Optional<String> version) {
        var call = Call.delete(path(container) + "/" + encoded(object));
        var answer = swift.ask(version.map(id -> call.with("version-id", id)).orElse(call));
        // Gone already, as another walk over the same page may have done, is as good.
        return answer.ok() || answer.status() == 404 ? 1 : 0;
    }

    private void post(String name, Map<String, String> headers) {
        swift.send(new Call("POST", path(name), Map.of(), headers, NO_BODY));
    }

    private static void limit(Map<String, String> headers, String name, Optional<Long> value) {
        if (value.isPresent()) {
            headers.put(META + name, String.valueOf(value.get()));
        } else {
            headers.put("X-Remove-Container-Meta-" + name, "x");
        }
    }

    private static Container container(Answer answer) {
        return new Container(
                new Usage(
                        number(answer, "x-container-object-count").orElse(0L),
                        number(answer, "x-container-bytes-used").orElse(0L)),
                answer.header("x-container-meta-allmende-uid"),
                new Quota(
                        number(answer, "x-container-meta-quota-bytes"), number(answer, "x-container-meta-quota-count")),
                answer.header("x-versions-enabled")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent(),
                answer.header("x-container-read"));
    }

    private static Optional<Long> number(Answer answer, String header) {
        return answer.header(header).filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String path(String name) {
        return "/" + encoded(name);
    }
}
