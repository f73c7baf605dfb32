package dev.allmende.apiserver.behaviour;

import static dev.allmende.apiserver.client.Samples.condition;
import static dev.allmende.apiserver.client.Samples.held;
import static dev.allmende.apiserver.client.Samples.json;
import static dev.allmende.apiserver.client.Samples.spec;
import static dev.allmende.apiserver.client.Samples.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.client.AnyServer;
import dev.allmende.apiserver.client.Place;
import dev.allmende.apiserver.client.Reply;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AnyServer.class)
class DefinitionsTest {

    private static ObjectNode sized(ObjectNode widget, String size) {
        widget.putObject("spec").put("size", size);
        return widget;
    }

    private static ObjectNode widgets(Place place, String... versions) {
        return place.definitionOf("widgets", "Widget", versions);
    }

    /** Changes the installed definition. */
    private static void change(Place place, Consumer<ObjectNode> change) {
        var definition = place.api().get(place.definition("widgets")).object();
        change.accept(definition);
        place.api().put(place.definition("widgets"), definition).object();
    }

    @Test
    void oneObjectIsServedInAllVersions(Place place) {
        place.install(widgets(place, "v1alpha1", "v1"));
        place.api()
                .post(place.custom("v1alpha1", "widgets"), sized(place.object("v1alpha1", "Widget", "w"), "big"))
                .object();
        try (var watch = place.api().watch(place.custom("v1", "widgets") + "?watch=true")) {
            var added = watch.next();
            assertThat(added.object().path("apiVersion").asText()).isEqualTo(place.group() + "/v1");
            place.api()
                    .merge(place.custom("v1alpha1", "widgets") + "/w", "{\"spec\":{\"size\":\"huge\"}}")
                    .object();
            assertThat(watch.next().object().path("apiVersion").asText()).isEqualTo(place.group() + "/v1");
        }

        for (var version : new String[] {"v1alpha1", "v1"}) {
            var found = place.api().get(place.custom(version, "widgets") + "/w").object();
            assertThat(found.path("apiVersion").asText()).isEqualTo(place.group() + "/" + version);
            assertThat(found.at("/spec/size").asText()).isEqualTo("huge");
            var listed = place.api().get(place.custom(version, "widgets")).object();
            assertThat(listed.at("/items/0/apiVersion").asText()).isEqualTo(place.group() + "/" + version);
        }
        assertThat(place.api()
                        .get(place.definition("widgets"))
                        .at("/status/storedVersions")
                        .toString())
                .isEqualTo("[\"v1\"]");
    }

    @Test
    void objectsStayWhenAnotherVersionIsStored(Place place) {
        place.install(widgets(place, "v2", "v1"));
        place.api()
                .post(place.custom("v1", "widgets"), sized(place.object("v1", "Widget", "old"), "big"))
                .object();
        change(place, definition -> {
            version(definition, 0).put("storage", true);
            version(definition, 1).put("storage", false);
        });
        place.api()
                .await(
                        place.definition("widgets"),
                        reply -> reply.at("/status/storedVersions").size() == 2);
        place.api()
                .post(place.custom("v2", "widgets"), sized(place.object("v2", "Widget", "new"), "big"))
                .object();

        assertThat(place.api().get(place.custom("v1", "widgets")).names()).containsExactly("new", "old");
        assertThat(place.api().get(place.custom("v2", "widgets")).names()).containsExactly("new", "old");
        var withoutV1 = place.api().get(place.definition("widgets")).object();
        withoutV1.withArray("/spec/versions").remove(1);
        assertThat(place.api()
                        .put(place.definition("widgets"), withoutV1)
                        .refusal(422)
                        .at("/details/causes/0/field")
                        .asText())
                .isEqualTo("status.storedVersions[0]");
    }

    @Test
    void aVersionThatIsServedNoMoreIsNotFound(Place place) {
        place.install(widgets(place, "v1alpha1", "v1"));
        change(place, definition -> version(definition, 0).put("served", false));

        place.api().awaitGone(place.custom("v1alpha1", "widgets"));
        // a kube-apiserver answers 429 while it sets up its storage anew
        place.api().await(place.custom("v1", "widgets"), reply -> reply.code() == 200);
    }

    @Test
    void defaultsOfAChangedDefinitionAreSeenInOldObjects(Place place) {
        place.install(widgets(place, "v1"));
        var path = place.custom("v1", "widgets");
        var made = place.api().post(path, sized(place.object("v1", "Widget", "w"), "big"));

        change(place, definition -> spec(definition, 0).set("properties", json("""
                {"size": {"type": "string"}, "colour": {"type": "string", "default": "blue"}}""")));

        var seen = place.api()
                .await(path + "/w", reply -> reply.at("/spec/colour").asText().equals("blue"));
        assertThat(seen.resourceVersion()).isEqualTo(made.resourceVersion());
        assertThat(seen.at("/metadata/generation").asInt()).isEqualTo(1);
        assertThat(place.api().get(path).at("/items/0/spec/colour").asText()).isEqualTo("blue");
        try (var watch = place.api().watch(path + "?watch=true")) {
            assertThat(watch.next().object().at("/spec/colour").asText()).isEqualTo("blue");
        }
        var touched = place.api().merge(path + "/w", "{\"spec\":{\"size\":\"huge\"}}");
        assertThat(touched.at("/spec/colour").asText()).isEqualTo("blue");
    }

    @Test
    void fieldsMadeSelectableLaterSelectOldObjects(Place place) {
        var definition = widgets(place, "v1");
        spec(definition, 0).putObject("properties").putObject("size").put("type", "string");
        place.install(definition);
        var path = place.custom("v1", "widgets");
        place.api()
                .post(path, sized(place.object("v1", "Widget", "before"), "big"))
                .object();
        place.api()
                .post(path, sized(place.object("v1", "Widget", "other"), "small"))
                .object();
        place.api().get(path + "?fieldSelector=spec.size%3Dbig").refusal(400);

        change(
                place,
                changed -> version(changed, 0)
                        .putArray("selectableFields")
                        .addObject()
                        .put("jsonPath", ".spec.size"));

        place.api().await(path + "?fieldSelector=spec.size%3Dbig", reply -> reply.code() == 200);
        place.api()
                .post(path, sized(place.object("v1", "Widget", "after"), "big"))
                .object();
        assertThat(place.api().get(path + "?fieldSelector=spec.size%3Dbig").names())
                .containsExactly("after", "before");
        assertThat(place.api().get(path + "?fieldSelector=spec.size!%3Dbig").names())
                .containsExactly("other");
    }

    @Test
    void aDefinitionTakesItsObjectsAlong(Place place) {
        place.install(widgets(place, "v1"));
        var path = place.custom("v1", "widgets");
        place.api()
                .post(path, held(place.object("v1", "Widget", "held"), "example.test/hold"))
                .object();
        place.api().post(path, place.object("v1", "Widget", "free")).object();

        place.api().delete(place.definition("widgets")).object();

        var ending = place.api()
                .await(
                        place.definition("widgets"),
                        reply -> condition(reply.object(), "Terminating").equals("True"));
        assertThat(ending.at("/metadata/finalizers/0").asText())
                .isEqualTo("customresourcecleanup.apiextensions.k8s.io");
        place.api().awaitGone(path + "/free");
        refusesNewOnes(place, path);
        place.api()
                .merge(path + "/held", "{\"metadata\":{\"finalizers\":null}}")
                .object();
        place.api().awaitGone(place.definition("widgets"));
        place.api().awaitGone(path);
    }

    private static void refusesNewOnes(Place place, String path) {
        var refusal =
                place.api().post(path, place.object("v1", "Widget", "late")).refusal(403);
        assertThat(refusal.path("message").asText())
                .endsWith("\"late\" is forbidden: create not allowed while custom resource definition is terminating");
    }

    @Test
    void objectsOfADeletedDefinitionDoNotComeBackWithIt(Place place) {
        place.install(widgets(place, "v1"));
        place.api()
                .post(place.custom("v1", "widgets"), place.object("v1", "Widget", "w"))
                .object();
        place.api().delete(place.definition("widgets")).object();
        place.api().awaitGone(place.definition("widgets"));

        place.install(widgets(place, "v1"));

        assertThat(place.api().get(place.custom("v1", "widgets")).names()).isEmpty();
    }

    @Test
    void whoComesFirstKeepsTheNames(Place place) {
        var first = widgets(place, "v1");
        first.withArray("/spec/names/shortNames").add("wg");
        place.install(first);
        var second = place.definitionOf("gadgets", "Widget", "v1");
        second.withArray("/spec/names/shortNames").add("wg");
        place.api().post(Place.DEFINITIONS, second).object();

        var refused = place.api()
                .await(
                        place.definition("gadgets"),
                        reply -> condition(reply.object(), "NamesAccepted").equals("False"));
        assertThat(condition(refused.object(), "Established")).isEqualTo("False");
        assertThat(reason(refused))
                .isIn(
                        "ShortNamesConflict",
                        "SingularConflict",
                        "KindConflict",
                        "ListKindConflict",
                        "MultipleConflicts");
        assertThat(place.api().get(place.custom("v1", "gadgets")).code()).isEqualTo(404);

        place.api().delete(place.definition("widgets")).object();

        place.awaitServed(second);
        assertThat(place.api()
                        .get(place.definition("gadgets"))
                        .at("/status/acceptedNames/kind")
                        .asText())
                .isEqualTo("Widget");
    }

    private static String reason(Reply definition) {
        for (var condition : definition.at("/status/conditions")) {
            if (condition.path("type").asText().equals("NamesAccepted")) {
                return condition.path("reason").asText();
            }
        }
        return "";
    }
}
