package dev.allmende.apiserver.openapi;

import dev.allmende.apiserver.discovery.Discovery;
import dev.allmende.apiserver.discovery.Document;
import dev.allmende.apiserver.discovery.ServedGroup.ServedVersion;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupVersion;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI documents of the served kinds, made when first asked for. A change of the served kinds makes a new one by
 * {@link #after}, which keeps the documents of versions that did not change. Safe for many threads.
 */
public final class OpenApi {

    private static final String JSON = "application/json";
    private static final String ROOT = "/openapi/v3/";

    private final String apiVersion;
    private final Map<String, LazyV3> v3;
    private final LazyV2 v2;

    private OpenApi(String apiVersion, Map<String, LazyV3> v3) {
        this.apiVersion = apiVersion;
        this.v3 = v3;
        this.v2 = new LazyV2(v3.values().stream().map(LazyV3::served).toList(), apiVersion);
    }

    /** @param apiVersion of Kubernetes that is spoken, such as {@code 1.35} */
    public static OpenApi of(Discovery discovery, String apiVersion) {
        return new OpenApi(apiVersion, Map.of()).after(discovery);
    }

    /** For other served kinds; what is the same is not made again. */
    public OpenApi after(Discovery discovery) {
        Map<String, LazyV3> next = new TreeMap<>();
        for (var group : discovery.groups()) {
            for (var version : group.versions()) {
                var key = key(version.groupVersion());
                var known = v3.get(key);
                boolean same = known != null && sameKinds(known.served(), version);
                next.put(key, same ? known : new LazyV3(version, apiVersion));
            }
        }
        return new OpenApi(apiVersion, next);
    }

    private static boolean sameKinds(ServedVersion one, ServedVersion other) {
        if (one.kinds().size() != other.kinds().size()) {
            return false;
        }
        for (int at = 0; at < one.kinds().size(); at++) {
            // identity: comparing schemas costs more than making the document
            if (!sameObject(one.kinds().get(at), other.kinds().get(at))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean sameObject(Object one, Object other) {
        return one == other;
    }

    private static String key(GroupVersion version) {
        return version.group().isEmpty() ? "api/" + version.version() : "apis/" + version;
    }

    /** {@code /openapi/v3}: where the document of each version is, under an address that changes with its content. */
    public Document index() {
        var json = Json.object();
        var paths = json.putObject("paths");
        v3.forEach((key, document) -> paths.putObject(key).put("serverRelativeURL", address(key, document.packed())));
        return Document.of(json, JSON);
    }

    private static String address(String key, Packed document) {
        return ROOT + key + "?hash=" + document.hash();
    }

    /** What the path of one version's document answers. */
    public sealed interface V3Answer {}

    /** @param lasting the address names the content, so that a cache may keep it for good */
    public record Found(Packed document, boolean lasting) implements V3Answer {}

    /** The address names other content: 301 to the one that is there now. */
    public record Moved(String location) implements V3Answer {}

    /**
     * The document below {@code /openapi/v3/}; empty when there is none.
     *
     * @param key the rest of the path: {@code api/v1} or {@code apis/GROUP/VERSION}
     * @param hash the parameter of that name; empty when it is absent
     */
    public Optional<V3Answer> v3(String key, String hash) {
        var known = v3.get(key);
        if (known == null) {
            return Optional.empty();
        }
        var packed = known.packed();
        return Optional.of(
                hash.isEmpty() || hash.equals(packed.hash())
                        ? new Found(packed, !hash.isEmpty())
                        : new Moved(address(key, packed)));
    }

    /** {@code /openapi/v2} as Swagger 2.0 in JSON. */
    public Packed v2() {
        return v2.json();
    }

    /** {@code /openapi/v2} as protobuf (gnostic's openapi.v2.Document), which kubectl asks for. */
    public Packed v2Protobuf() {
        return v2.protobuf();
    }

    /** One version's document, made once. */
    private static final class LazyV3 {
        private final ServedVersion served;
        private final String apiVersion;
        private @Nullable Packed made;

        LazyV3(ServedVersion served, String apiVersion) {
            this.served = served;
            this.apiVersion = apiVersion;
        }

        ServedVersion served() {
            return served;
        }

        synchronized Packed packed() {
            var known = made;
            if (known == null) {
                known = Packed.of(Json.write(V3Document.of(served, apiVersion)), JSON);
                made = known;
            }
            return known;
        }
    }
}
