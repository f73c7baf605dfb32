package dev.allmende.status.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Service;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.Trouble;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Containers of the object store and what is in them (Object Storage API v1). A list of containers shows no mark: the name
 * alone says whose one is.
 */
record ContainerSort(Cloud cloud) implements Sort<Container> {

    private static final int PAGE = 1000;
    private static final byte[] NO_BODY = {};

    @Override
    public String word() {
        return "container";
    }

    /** Does the same again when it is there. */
    Container create(String name) {
        store().send(new Call("PUT", path(name), Map.of(), Map.of(), NO_BODY));
        return Container.of(name);
    }

    void put(Container container, String object, byte[] body) {
        var headers = Map.of("Content-Type", "application/octet-stream");
        store().send(new Call("PUT", path(container.name(), object), Map.of(), headers, body));
    }

    byte[] read(Container container, String object) {
        return store().send(Call.get(path(container.name(), object))).body();
    }

    /** Names of the first page of what is in it. */
    List<String> objects(Container container) {
        return names(Call.get(path(container.name())));
    }

    void delete(Container container, String object) {
        delete(path(container.name(), object));
    }

    @Override
    public List<Container> of(Run run) {
        return find(run.name()).stream().toList();
    }

    @Override
    public List<Container> all() {
        var names = new ArrayList<String>();
        int before;
        do {
            before = names.size();
            var call = Call.get("/").with("prefix", Run.PREFIX);
            names.addAll(names(names.isEmpty() ? call : call.with("marker", names.getLast())));
        } while (names.size() == before + PAGE);
        return names.stream().map(Container::of).toList();
    }

    @Override
    public Optional<Run> run(Container container) {
        return Run.of(container.name());
    }

    @Override
    public Optional<Container> find(String name) {
        try {
            store().send(Call.get(path(name)).with("limit", "1"));
            return Optional.of(Container.of(name));
        } catch (OpenStackException missing) {
            if (missing.trouble() == Trouble.NOT_FOUND) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    /** With what is in it. */
    @Override
    public void remove(Container container) {
        for (var object : objects(container)) {
            delete(container, object);
        }
        delete(path(container.name()));
    }

    private List<String> names(Call call) {
        var page = store().send(call.with("limit", String.valueOf(PAGE)).with("format", "json"));
        var names = new ArrayList<String>();
        for (JsonNode each : Json.tree(page.body()).orElseGet(Json::object)) {
            names.add(each.path("name").asText());
        }
        return names;
    }

    /** What is gone already counts as deleted. */
    private void delete(String path) {
        try {
            store().send(Call.delete(path));
        } catch (OpenStackException missing) {
            if (missing.trouble() != Trouble.NOT_FOUND) {
                throw missing;
            }
        }
    }

    private Service store() {
        return cloud.service(ServiceType.OBJECT_STORE);
    }

    private static String path(String container) {
        return "/" + encoded(container);
    }

    private static String path(String container, String object) {
        return path(container) + "/" + encoded(object);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
