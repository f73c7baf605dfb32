package dev.allmende.apiserver.request;

import java.util.ArrayList;
import java.util.List;

/** What a request is about, read from method, path and query as Kubernetes does (apiserver request/requestinfo.go). */
public sealed interface Target {

    String NAME = "metadata.name";

    /** In small letters, as in RBAC and audit. */
    String verb();

    /**
     * @param group empty for the core group
     * @param namespace empty when the path names none
     * @param subresource empty when the object itself is meant
     * @param name empty for collections
     */
    record OfResource(
            String verb,
            String group,
            String version,
            String namespace,
            String resource,
            String subresource,
            String name)
            implements Target {

        public boolean isCollection() {
            return name.isEmpty();
        }
    }

    /** Anything that is no resource: discovery, health, documents. */
    record OfPath(String verb, String path) implements Target {}

    static Target of(ApiRequest request) {
        var parts = parts(request.path());
        var other = new OfPath(pathVerb(request.method()), request.path());
        if (parts.size() < 3
                || !(parts.getFirst().equals("api") || parts.getFirst().equals("apis"))) {
            return other;
        }
        boolean core = parts.getFirst().equals("api");
        if (!core && parts.size() < 4) {
            return other;
        }
        var group = core ? "" : parts.get(1);
        var version = parts.get(core ? 1 : 2);
        var rest = parts.subList(core ? 2 : 3, parts.size());
        var namespace = "";
        if (rest.getFirst().equals("namespaces") && rest.size() > 1) {
            namespace = rest.get(1);
            if (rest.size() > 2 && !isNamespaceSubresource(rest.get(2))) {
                rest = rest.subList(2, rest.size());
            }
        }
        if (rest.size() > 3) {
            return other;
        }
        var name = rest.size() > 1 ? rest.get(1) : "";
        var subresource = rest.size() > 2 ? rest.get(2) : "";
        return new OfResource(verb(request, name), group, version, namespace, rest.getFirst(), subresource, name);
    }

    private static boolean isNamespaceSubresource(String part) {
        return part.equals("status") || part.equals("finalize");
    }

    private static String verb(ApiRequest request, String name) {
        return switch (request.method()) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> name.isEmpty() ? "deletecollection" : "delete";
            default -> {
                if (name.isEmpty() && request.query().flag("watch")) {
                    yield "watch";
                }
                yield name.isEmpty() ? "list" : "get";
            }
        };
    }

    private static String pathVerb(String method) {
        return switch (method) {
            case "POST" -> "post";
            case "PUT" -> "put";
            case "PATCH" -> "patch";
            case "DELETE" -> "delete";
            case "HEAD" -> "head";
            case "OPTIONS" -> "options";
            default -> "get";
        };
    }

    /** A list or watch of one object by its name is about that object, for rights that are limited to names; else empty. */
    static String nameInSelector(String verb, Query query) {
        var selector = query.text("fieldSelector");
        boolean many = verb.equals("list") || verb.equals("watch") || verb.equals("deletecollection");
        var prefix = selector.startsWith(NAME + "==") ? NAME + "==" : NAME + "=";
        if (!many || !selector.startsWith(prefix)) {
            return "";
        }
        var name = selector.substring(prefix.length());
        return name.matches("[-a-z0-9.]+") ? name : "";
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (var part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
