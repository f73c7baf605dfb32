package dev.allmende.apiserver.behaviour;

import static dev.allmende.apiserver.client.Samples.labelled;
import static dev.allmende.apiserver.client.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.client.AnyServer;
import dev.allmende.apiserver.client.Place;
import dev.allmende.apiserver.client.Watched;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AnyServer.class)
class WatchesTest {

    private static Watched watch(Place place, String query) {
        return place.api().watch(place.maps() + "?watch=true&" + query);
    }

    private static long now(Place place) {
        return Long.parseLong(place.api().get(place.maps()).resourceVersion());
    }

    @Test
    void anObjectEntersAndLeavesTheSelectorsView(Place place) {
        try (var blue = watch(place, "labelSelector=colour%3Dblue&resourceVersion=" + now(place));
                var red = watch(place, "labelSelector=colour%3Dred&resourceVersion=" + now(place))) {
            place.api()
                    .post(place.maps(), labelled(map("m", "1"), "colour", "blue"))
                    .object();
            place.api().merge(place.map("m"), "{\"data\":{\"value\":\"2\"}}").object();
            var turned = place.api().merge(place.map("m"), "{\"metadata\":{\"labels\":{\"colour\":\"red\"}}}");
            place.api().merge(place.map("m"), "{\"data\":{\"value\":\"3\"}}").object();
            place.api().delete(place.map("m")).object();
            place.api()
                    .post(place.maps(), labelled(map("last"), "colour", "blue"))
                    .object();
            place.api()
                    .post(place.maps(), labelled(map("last-red"), "colour", "red"))
                    .object();

            assertThat(blue.next()).hasToString("ADDED m");
            assertThat(blue.next()).hasToString("MODIFIED m");
            var left = blue.next();
            assertThat(left).hasToString("DELETED m");
            assertThat(left.object().at("/data/value").asText()).isEqualTo("2");
            assertThat(left.object().at("/metadata/labels/colour").asText()).isEqualTo("blue");
            assertThat(left.version()).isEqualTo(Long.parseLong(turned.resourceVersion()));
            assertThat(blue.next()).hasToString("ADDED last");
            assertThat(red.next()).hasToString("ADDED m");
            assertThat(red.next()).hasToString("MODIFIED m");
            var gone = red.next();
            assertThat(gone).hasToString("DELETED m");
            assertThat(gone.version()).isGreaterThan(left.version() + 1);
            assertThat(red.next()).hasToString("ADDED last-red");
        }
    }

    @Test
    void fieldSelectorsOfOwnKindsTellOfTransitionsToo(Place place) {
        var definition = place.definitionOf("widgets", "Widget", "v1");
        var version = dev.allmende.apiserver.client.Samples.version(definition, 0);
        dev.allmende.apiserver.client.Samples.spec(definition, 0)
                .putObject("properties")
                .putObject("size")
                .put("type", "string");
        version.putArray("selectableFields").addObject().put("jsonPath", ".spec.size");
        place.install(definition);
        var widgets = place.custom("v1", "widgets");
        var from = place.api().get(widgets).resourceVersion();
        try (var big =
                place.api().watch(widgets + "?watch=true&fieldSelector=spec.size%3Dbig&resourceVersion=" + from)) {
            var widget = place.object("v1", "Widget", "w");
            widget.putObject("spec").put("size", "small");
            place.api().post(widgets, widget).object();
            place.api().merge(widgets + "/w", "{\"spec\":{\"size\":\"big\"}}").object();
            place.api().merge(widgets + "/w", "{\"spec\":{\"size\":\"small\"}}").object();

            assertThat(big.next()).hasToString("ADDED w");
            var left = big.next();
            assertThat(left).hasToString("DELETED w");
            assertThat(left.object().at("/spec/size").asText()).isEqualTo("big");
        }
    }

    @Test
    void aWatchGoesOnWhereAnotherEnded(Place place) {
        place.api().post(place.maps(), map("m", "0")).object();
        long from = now(place);
        List<String> seen = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            place.api()
                    .merge(place.map("m"), "{\"data\":{\"value\":\"%d\"}}".formatted(i))
                    .object();
            if (i % 3 == 0) {
                try (var watch = watch(place, "fieldSelector=metadata.name%3Dm&resourceVersion=" + from)) {
                    for (int events = 0; events < 2; events++) {
                        var event = watch.next();
                        assertThat(event.version()).isGreaterThan(from);
                        from = event.version();
                        seen.add(event.object().at("/data/value").asText());
                    }
                }
            }
        }

        assertThat(seen).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    }

    @Test
    void withoutAVersionTheStateComesFirst(Place place) {
        place.api().post(place.maps(), labelled(map("a"), "ours", "")).object();
        place.api().post(place.maps(), labelled(map("b"), "ours", "")).object();

        for (var version : List.of("", "&resourceVersion=0")) {
            try (var watch = watch(place, "labelSelector=ours" + version)) {
                assertThat(List.of(watch.next().toString(), watch.next().toString()))
                        .containsExactlyInAnyOrder("ADDED a", "ADDED b");
            }
        }
    }

    @Test
    void theEndOfTheStateIsMarkedWhenAskedFor(Place place) {
        place.api().post(place.maps(), labelled(map("a"), "ours", "")).object();
        long before = now(place);
        var query =
                "labelSelector=ours&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";
        try (var watch = watch(place, query)) {
            assertThat(watch.next()).hasToString("ADDED a");
            var mark = watch.next();
            assertThat(mark.type()).isEqualTo("BOOKMARK");
            assertThat(mark.object()
                            .at("/metadata/annotations/k8s.io~1initial-events-end")
                            .asText())
                    .isEqualTo("true");
            assertThat(mark.version()).isGreaterThanOrEqualTo(before);
            place.api().post(place.maps(), labelled(map("b"), "ours", "")).object();
            assertThat(watch.next()).hasToString("ADDED b");
        }
        place.api()
                .get(place.maps() + "?watch=true&sendInitialEvents=true&allowWatchBookmarks=true")
                .refusal(422);
    }

    @Test
    void aBookmarkComesBeforeTheTimeIsOver(Place place) {
        place.api().post(place.maps(), map("m")).object();
        long from = now(place);
        var query =
                "fieldSelector=metadata.name%3Dnone&allowWatchBookmarks=true&timeoutSeconds=4&resourceVersion=" + from;
        try (var watch = watch(place, query)) {
            place.api().post(place.maps(), map("other")).object();
            var last = watch.next();
            assertThat(last.type()).isEqualTo("BOOKMARK");
            assertThat(last.object().path("kind").asText()).isEqualTo("ConfigMap");
            while (last.type().equals("BOOKMARK")) {
                assertThat(last.version()).isGreaterThanOrEqualTo(from);
                last = watch.next();
            }
            assertThat(last.type()).isEqualTo(Watched.END);
        }
    }

    @Test
    void everyWatcherSeesTheSameOrder(Place place) {
        long from = now(place);
        List<Watched> watchers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            watchers.add(watch(place, "labelSelector=ours&resourceVersion=" + from));
        }
        for (int i = 0; i < 60; i++) {
            var name = "m" + i % 5;
            if (i % 10 < 5) {
                place.api().post(place.maps(), labelled(map(name), "ours", "")).object();
            } else {
                place.api().delete(place.map(name)).object();
            }
        }

        List<List<String>> orders = new ArrayList<>();
        for (var watcher : watchers) {
            List<String> order = new ArrayList<>();
            long last = from;
            for (int i = 0; i < 60; i++) {
                var event = watcher.next();
                assertThat(event.version()).isGreaterThan(last);
                last = event.version();
                order.add(event + " " + event.version());
            }
            orders.add(order);
            watcher.close();
        }
        assertThat(orders).allMatch(orders.getFirst()::equals);
    }
}
