package dev.allmende.apiserver.behaviour;

import static dev.allmende.apiserver.client.Samples.labelled;
import static dev.allmende.apiserver.client.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.client.AnyServer;
import dev.allmende.apiserver.client.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AnyServer.class)
class ListsTest {

    /** Only the test's own, without what every namespace has. */
    private static final String OURS = "labelSelector=ours";

    private static void create(Place place, String... names) {
        for (var name : names) {
            place.api().post(place.maps(), labelled(map(name, "1"), "ours", "")).object();
        }
    }

    private static String[] numbered(int count) {
        return IntStream.range(0, count).mapToObj("m%02d"::formatted).toArray(String[]::new);
    }

    @Test
    void allPagesAreOfTheViewOfTheFirst(Place place) {
        create(place, numbered(10));
        List<String> seen = new ArrayList<>();
        var page = place.api().get(place.maps() + "?limit=3&" + OURS);
        var version = page.resourceVersion();
        int round = 0;
        while (true) {
            seen.addAll(page.names());
            assertThat(page.resourceVersion()).isEqualTo(version);
            var next = page.at("/metadata/continue").asText();
            if (next.isEmpty()) {
                break;
            }
            create(place, "m0%d-late".formatted(round), "zz%d".formatted(round));
            place.api().delete(place.map("m09"));
            place.api()
                    .merge(place.map("m08"), "{\"data\":{\"value\":\"changed\"}}")
                    .object();
            page = place.api().get(place.maps() + "?limit=3&" + OURS + "&continue=" + next);
            round++;
        }

        assertThat(seen).containsExactly(numbered(10));
        assertThat(page.at("/items/0/metadata/name").asText()).isEqualTo("m09");
        assertThat(place.api().get(place.maps() + "?" + OURS).names())
                .contains("m00-late", "zz0")
                .doesNotContain("m09");
    }

    @Test
    void whatRemainsIsCountedUnlessThereIsASelector(Place place) {
        create(place, numbered(5));
        var all = place.api().get(place.maps()).names().size();

        var counted = place.api().get(place.maps() + "?limit=2");
        var selected = place.api().get(place.maps() + "?limit=2&" + OURS);

        assertThat(counted.at("/metadata/remainingItemCount").asInt()).isEqualTo(all - 2);
        assertThat(selected.at("/metadata/remainingItemCount").isMissingNode()).isTrue();
        assertThat(selected.at("/metadata/continue").asText()).isNotEmpty();
    }

    @Test
    void aContinueTokenThatWasTamperedWithIsRefused(Place place) {
        create(place, numbered(3));

        for (var token : List.of("x", "e30", "eyJ2IjoibWV0YS5rOHMuaW8vdjEifQ", "%00", "eyJydiI6LTV9")) {
            place.api().get(place.maps() + "?limit=1&continue=" + token).refusal(400);
        }
        var token = place.api()
                .get(place.maps() + "?limit=1")
                .at("/metadata/continue")
                .asText();
        place.api()
                .get(place.maps() + "?limit=1&resourceVersion=1&resourceVersionMatch=Exact&continue=" + token)
                .refusal(422);
    }

    @Test
    void aContinueTokenOfTheFutureIsWaitedForInVain(Place place) {
        var token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"v\":\"meta.k8s.io/v1\",\"rv\":999999999999,\"start\":\"a\"}"
                        .getBytes(StandardCharsets.UTF_8));

        var refusal =
                place.api().get(place.maps() + "?limit=1&continue=" + token).refusal(504);

        assertThat(refusal.at("/details/causes/0/reason").asText()).isEqualTo("ResourceVersionTooLarge");
    }

    @Test
    void anExactVersionShowsThePast(Place place) {
        create(place, "a", "b");
        var then = place.api().get(place.maps() + "?" + OURS).resourceVersion();
        place.api().delete(place.map("a")).object();
        create(place, "c");

        var exact = "&resourceVersionMatch=Exact&resourceVersion=" + then;

        assertThat(place.api().get(place.maps() + "?" + OURS + exact).names()).containsExactly("a", "b");
        assertThat(place.api().get(place.maps() + "?" + OURS + exact).resourceVersion())
                .isEqualTo(then);
        var page = place.api().get(place.maps() + "?limit=1&" + OURS + exact);
        assertThat(page.names()).containsExactly("a");
        assertThat(place.api()
                        .get(place.maps() + "?limit=1&" + OURS + "&continue="
                                + page.at("/metadata/continue").asText())
                        .names())
                .containsExactly("b");
        assertThat(place.api().get(place.maps() + "?" + OURS).names()).containsExactly("b", "c");
    }

    @Test
    void anOlderVersionIsAtLeastThatFresh(Place place) {
        create(place, "a");
        var then = place.api().get(place.map("a")).resourceVersion();
        create(place, "b");
        var now = Long.parseLong(place.api().get(place.map("b")).resourceVersion());

        for (var asked : List.of("", "&resourceVersion=" + then, "&resourceVersion=" + now)) {
            var list = place.api().get(place.maps() + "?" + OURS + asked);
            assertThat(list.names()).contains("a");
            assertThat(Long.parseLong(list.resourceVersion())).isGreaterThanOrEqualTo(Long.parseLong(then));
        }
        assertThat(place.api()
                        .get(place.maps() + "?resourceVersionMatch=NotOlderThan&resourceVersion=" + now)
                        .names())
                .contains("a", "b");
        assertThat(place.api().get(place.maps() + "?resourceVersion=0").code()).isEqualTo(200);
    }

    @Test
    void aVersionOfTheFutureIsWaitedForInVain(Place place) {
        create(place, "a");

        var refusal =
                place.api().get(place.maps() + "?resourceVersion=999999999999").refusal(504);

        assertThat(refusal.path("reason").asText()).isEqualTo("Timeout");
        assertThat(refusal.at("/details/causes/0/reason").asText()).isEqualTo("ResourceVersionTooLarge");
        assertThat(refusal.at("/details/retryAfterSeconds").asInt()).isEqualTo(1);
    }

    @Test
    void namesAreInOrderAndOnlyOfTheNamespace(Place place) {
        create(place, "b", "a.b", "a-b", "a", "aa");

        var names = place.api().get(place.maps() + "?" + OURS).names();

        assertThat(names).containsExactlyElementsOf(new TreeSet<>(names)).hasSize(5);
        assertThat(place.api()
                        .get("/api/v1/configmaps?" + OURS + "&fieldSelector=metadata.namespace=" + place.namespace())
                        .names())
                .containsExactlyElementsOf(names);
        assertThat(place.api()
                        .get(place.maps() + "?fieldSelector=metadata.name=a")
                        .names())
                .containsExactly("a");
    }

    @Test
    void generatedNamesNeverMeet(Place place) {
        var map = map("");
        map.withObject("/metadata").put("generateName", "g-").remove("name");
        labelled(map, "ours", "");
        IntStream.range(0, 200)
                .parallel()
                .forEach(i -> place.api().post(place.maps(), map).object());

        var names = place.api().get(place.maps() + "?" + OURS).names();

        assertThat(names)
                .hasSize(200)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("g-[bcdfghjklmnpqrstvwxz2456789]{5}"));
    }

    @Test
    void whatCannotBeginANameIsRefusedAsSuch(Place place) {
        var map = map("");
        map.withObject("/metadata").put("generateName", "Bad_").remove("name");

        var refusal = place.api().post(place.maps(), map).refusal(422);

        assertThat(refusal.at("/details/causes/0/field").asText()).isEqualTo("metadata.generateName");
        assertThat(refusal.at("/details/causes/1/field").asText()).isEqualTo("metadata.name");
    }
}
