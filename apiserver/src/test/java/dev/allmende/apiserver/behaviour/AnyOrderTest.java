package dev.allmende.apiserver.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.client.AnyServer;
import dev.allmende.apiserver.client.Place;
import dev.allmende.apiserver.client.Samples;
import dev.allmende.apiserver.client.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of chance, in any order, held against a model that knows a few rules. */
@ExtendWith(AnyServer.class)
class AnyOrderTest {

    private static final int REQUESTS = 250;
    private static final int CLIENTS = 3;
    private static final int ROUNDS = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void mapsFollowTheModel(long seed, Place place) {
        var maps = new AnyOrder(place.api(), place.maps(), Samples.named("v1", "ConfigMap", "x"), new Random(seed));
        maps.play(REQUESTS);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void objectsOfAnInstalledKindFollowTheModel(long seed, Place place) {
        var definition = place.definitionOf("widgets", "Widget", "v1");
        Samples.version(definition, 0).set("schema", Samples.json("""
                {"openAPIV3Schema": {"type": "object", "properties": {
                  "data": {"type": "object", "additionalProperties": {"type": "string"}}}}}"""));
        place.install(definition);
        var widget = place.object("v1", "Widget", "x");
        new AnyOrder(place.api(), place.custom("v1", "widgets"), widget, new Random(seed)).play(REQUESTS);
    }

    @Test
    void noStepIsLostWhenManyCountTogether(Place place) throws Exception {
        place.api().post(place.maps(), Samples.map("counter", "0")).object();
        var from = place.api().get(place.map("counter")).resourceVersion();
        var counters = new ArrayList<Future<?>>();
        try (var watch = place.api()
                        .watch(place.maps() + "?watch=true&fieldSelector=metadata.name%3Dcounter&resourceVersion="
                                + from);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                counters.add(threads.submit(() -> count(place)));
            }
            for (var counter : counters) {
                counter.get();
            }
            var values = new ArrayList<Integer>();
            var versions = new TreeSet<Long>();
            for (int i = 1; i <= CLIENTS * ROUNDS; i++) {
                Watched.Event event = watch.next();
                values.add(event.object().at("/data/value").asInt());
                versions.add(event.version());
            }
            assertThat(values).isSorted().doesNotHaveDuplicates().endsWith(CLIENTS * ROUNDS);
            assertThat(versions).hasSize(CLIENTS * ROUNDS);
        }
        assertThat(place.api().get(place.map("counter")).at("/data/value").asInt())
                .isEqualTo(CLIENTS * ROUNDS);
    }

    /** Adds one as often as asked for; each time tries until nobody was faster. */
    private static List<Integer> count(Place place) {
        var codes = new ArrayList<Integer>();
        for (int done = 0; done < ROUNDS; ) {
            var counter = place.api().get(place.map("counter")).object();
            counter.withObject("/data")
                    .put("value", "" + (counter.at("/data/value").asInt() + 1));
            int code = place.api().put(place.map("counter"), counter).code();
            assertThat(code).isIn(200, 409);
            done += code == 200 ? 1 : 0;
            codes.add(code);
        }
        return codes;
    }
}
