package dev.allmende.apiserver.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.client.Api;
import dev.allmende.apiserver.client.Reply;
import dev.allmende.apiserver.client.Samples;
import dev.allmende.apiserver.client.Watched;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sends requests of chance about a few objects of one kind, wanted ones and ones that must be refused, and knows of each
 * what must come of it. Watches begin at any moment, from any moment before.
 */
final class AnyOrder {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final List<String> COLOURS = List.of("red", "blue", "green");

    private final Api api;
    private final String path;
    private final ObjectNode like;
    private final Random random;
    private final History history;
    private final List<Follower> followers = new ArrayList<>();
    private int made;

    /** @param colour that is selected; empty for all */
    private record Follower(Watched watch, long from, String colour) {}

    AnyOrder(Api api, String path, ObjectNode like, Random random) {
        this.api = api;
        this.path = path;
        this.like = like;
        this.random = random;
        this.history = new History(Long.parseLong(api.get(path).resourceVersion()));
    }

    void play(int requests) {
        for (int i = 0; i < requests; i++) {
            request();
        }
        // so that no follower is told all that it should while more than that waits
        for (var colour : COLOURS) {
            create("end-" + colour, colour);
        }
        followers.forEach(this::isTold);
    }

    private void request() {
        var name = one(NAMES);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> create(name, one(COLOURS));
            case 3, 4, 5 -> replace(name);
            case 6, 7 -> patch(name);
            case 8, 9 -> delete(name);
            case 10 -> list();
            default -> watch();
        }
    }

    private void create(String name, String colour) {
        var object = object(name, colour, text());
        var reply = api.post(path, object);
        if (history.find(name).isPresent()) {
            assertThat(reply.refusal(409).path("reason").asText()).isEqualTo("AlreadyExists");
        } else {
            accepted("ADDED", name, reply);
        }
    }

    private void replace(String name) {
        var known = history.find(name);
        if (known.isEmpty()) {
            var nothing = object(name, one(COLOURS), text());
            nothing.withObject("/metadata").put("resourceVersion", "" + history.start());
            api.put(path + "/" + name, nothing).refusal(404);
            return;
        }
        var before = known.get();
        boolean changes = random.nextInt(5) > 0;
        var object = object(name, changes ? one(COLOURS) : before.colour(), changes ? text() : before.text());
        boolean stale = random.nextInt(3) == 0;
        object.withObject("/metadata").put("resourceVersion", "" + (stale ? other(before) : before.version()));
        judge(name, before, stale, api.put(path + "/" + name, object));
    }

    private void patch(String name) {
        var patch = Json.object();
        patch.withObject("/metadata/labels").put("colour", one(COLOURS));
        if (random.nextBoolean()) {
            patch.putObject("data").put("text", text());
        }
        var known = history.find(name);
        if (known.isEmpty()) {
            api.merge(path + "/" + name, patch).refusal(404);
            return;
        }
        boolean stale = false;
        if (random.nextBoolean()) {
            stale = random.nextBoolean();
            long version = stale ? other(known.get()) : known.get().version();
            patch.withObject("/metadata").put("resourceVersion", "" + version);
        }
        judge(name, known.get(), stale, api.merge(path + "/" + name, patch));
    }

    private void judge(String name, History.Thing before, boolean stale, Reply reply) {
        if (stale) {
            assertThat(reply.refusal(409).path("reason").asText()).isEqualTo("Conflict");
            assertThat(thing(api.get(path + "/" + name).object())).isEqualTo(before);
        } else if (thing(reply.object()).isAs(before)) {
            assertThat(thing(reply.object())).as("a write that changes nothing").isEqualTo(before);
        } else {
            assertThat(reply.uid()).isEqualTo(before.uid());
            accepted("MODIFIED", name, reply);
        }
    }

    private void delete(String name) {
        var known = history.find(name);
        if (known.isEmpty()) {
            api.delete(path + "/" + name).refusal(404);
            return;
        }
        boolean stale = random.nextInt(3) == 0;
        var options = Json.object().put("apiVersion", "v1").put("kind", "DeleteOptions");
        options.putObject("preconditions")
                .put("uid", known.get().uid())
                .put(
                        "resourceVersion",
                        "" + (stale ? other(known.get()) : known.get().version()));
        var reply = api.call("DELETE", path + "/" + name, Api.JSON, options.toString());
        if (stale) {
            assertThat(reply.refusal(409).path("reason").asText()).isEqualTo("Conflict");
        } else {
            assertThat(reply.code()).isEqualTo(200);
            api.get(path + "/" + name).refusal(404);
            // the answer does not say at which version it went: the next list or event does
            history.delete(name, Long.parseLong(api.get(path).resourceVersion()));
        }
    }

    private void accepted(String type, String name, Reply reply) {
        var thing = thing(reply.object());
        assertThat(thing.version()).as(reply.text()).isGreaterThan(history.last());
        history.add(type, name, thing);
        assertThat(thing(api.get(path + "/" + name).object())).isEqualTo(thing);
    }

    private void list() {
        var colour = random.nextBoolean() ? "" : one(COLOURS);
        var selector = colour.isEmpty() ? "ours" : "colour=" + colour;
        int limit = random.nextInt(4);
        var found = new ArrayList<History.Thing>();
        var next = "";
        do {
            var page = api.get(path + "?labelSelector=%s&limit=%d&continue=%s".formatted(selector, limit, next))
                    .object();
            page.path("items").forEach(item -> found.add(thing(item)));
            assertThat(page.at("/metadata/resourceVersion").asLong()).isGreaterThanOrEqualTo(history.last());
            assertThat(limit == 0 || page.path("items").size() <= limit).isTrue();
            next = page.at("/metadata/continue").asText();
        } while (!next.isEmpty());
        assertThat(found).isEqualTo(history.list(colour));
    }

    private void watch() {
        if (followers.size() >= 12) {
            return;
        }
        var colour = random.nextBoolean() ? "" : one(COLOURS);
        var selector = colour.isEmpty() ? "ours" : "colour=" + colour;
        long from = history.anyVersion(random);
        var query = "?watch=true&labelSelector=%s&resourceVersion=%d".formatted(selector, from);
        followers.add(new Follower(api.watch(path + query), from, colour));
    }

    private void isTold(Follower follower) {
        var told = new ArrayList<String>();
        var wanted = history.since(follower.from(), follower.colour());
        long before = follower.from();
        try (var watch = follower.watch()) {
            for (int i = 0; i < wanted.size(); i++) {
                var event = watch.next();
                assertThat(event.version()).isGreaterThan(before);
                before = event.version();
                told.add(event.type() + " " + thing(event.object()).told());
            }
        }
        assertThat(told).isEqualTo(wanted);
    }

    /** A version that the object has not. */
    private long other(History.Thing thing) {
        long other = history.anyVersion(random);
        return other == thing.version() ? history.start() : other;
    }

    private ObjectNode object(String name, String colour, String text) {
        var object = like.deepCopy();
        object.withObject("/metadata").put("name", name);
        Samples.labelled(Samples.labelled(object, "colour", colour), "ours", "");
        object.putObject("data").put("text", text);
        return object;
    }

    private static History.Thing thing(JsonNode object) {
        return new History.Thing(
                object.at("/metadata/name").asText(),
                object.at("/metadata/uid").asText(),
                object.at("/metadata/resourceVersion").asLong(),
                object.at("/metadata/labels/colour").asText(),
                object.at("/data/text").asText());
    }

    private String text() {
        return "t" + made++;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
