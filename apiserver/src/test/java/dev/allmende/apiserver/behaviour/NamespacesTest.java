package dev.allmende.apiserver.behaviour;

import static dev.allmende.apiserver.client.Samples.condition;
import static dev.allmende.apiserver.client.Samples.held;
import static dev.allmende.apiserver.client.Samples.map;
import static dev.allmende.apiserver.client.Samples.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.client.AnyServer;
import dev.allmende.apiserver.client.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AnyServer.class)
class NamespacesTest {

    private static final String HOLD = "example.test/hold";

    private static String path(Place place) {
        return Place.NAMESPACES + "/" + place.namespace();
    }

    @Test
    void whatIsHeldKeepsTheNamespaceAndIsToldInItsConditions(Place place) {
        place.install(place.definitionOf("widgets", "Widget", "v1"));
        place.api().post(place.maps(), held(map("held"), HOLD)).object();
        place.api().post(place.maps(), map("free")).object();
        place.api()
                .post(place.custom("v1", "widgets"), held(place.object("v1", "Widget", "w"), HOLD))
                .object();

        place.api().delete(path(place)).object();

        var namespace = place.api()
                .await(
                        path(place),
                        reply -> condition(reply.object(), "NamespaceFinalizersRemaining")
                                .equals("True"))
                .object();
        assertThat(namespace.at("/status/phase").asText()).isEqualTo("Terminating");
        assertThat(condition(namespace, "NamespaceContentRemaining")).isEqualTo("True");
        assertThat(condition(namespace, "NamespaceDeletionDiscoveryFailure")).isEqualTo("False");
        assertThat(condition(namespace, "NamespaceDeletionGroupVersionParsingFailure"))
                .isEqualTo("False");
        assertThat(condition(namespace, "NamespaceDeletionContentFailure")).isEqualTo("False");
        assertThat(message(namespace, "NamespaceFinalizersRemaining"))
                .isEqualTo(
                        "Some content in the namespace has finalizers remaining: example.test/hold in 2 resource instances");
        assertThat(message(namespace, "NamespaceContentRemaining"))
                .isEqualTo(
                        "Some resources are remaining: configmaps. has 1 resource instances, widgets.%s has 1 resource instances"
                                .formatted(place.group()));
        assertThat(place.api().get(place.map("free")).code()).isEqualTo(404);
        release(place, place.map("held"));
        release(place, place.custom("v1", "widgets") + "/w");
        place.api().awaitGone(path(place));
    }

    private static String message(ObjectNode object, String type) {
        for (var condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition.path("message").asText();
            }
        }
        return "";
    }

    private static void release(Place place, String path) {
        place.api().merge(path, "{\"metadata\":{\"finalizers\":null}}").object();
    }

    @Test
    void nothingNewComesIntoANamespaceThatGoes(Place place) {
        place.api().post(place.maps(), held(map("held"), HOLD)).object();
        place.api().delete(path(place)).object();

        var refusal = place.api().post(place.maps(), map("late")).refusal(403);

        assertThat(refusal.at("/details/causes/0/reason").asText()).isEqualTo("NamespaceTerminating");
        assertThat(refusal.path("message").asText())
                .isEqualTo(
                        "configmaps \"late\" is forbidden: unable to create new content in namespace %s because it is being terminated"
                                .formatted(place.namespace()));
        assertThat(place.api()
                        .merge(place.map("held"), "{\"data\":{\"still\":\"writable\"}}")
                        .code())
                .isEqualTo(200);
        release(place, place.map("held"));
        place.api().awaitGone(path(place));
    }

    @Test
    void aFinalizerOfTheNamespaceItselfKeepsItEmptyUntilItIsTaken(Place place) {
        var name = place.name() + "-own";
        place.api()
                .post(Place.NAMESPACES, held(named("v1", "Namespace", name), HOLD))
                .object();
        var maps = Place.NAMESPACES + "/" + name + "/configmaps";
        place.api().post(maps, map("inside")).object();

        place.api().delete(Place.NAMESPACES + "/" + name).object();

        place.api().awaitGone(maps + "/inside");
        place.api()
                .await(
                        Place.NAMESPACES + "/" + name,
                        reply -> reply.at("/spec/finalizers").isMissingNode());
        release(place, Place.NAMESPACES + "/" + name);
        place.api().awaitGone(Place.NAMESPACES + "/" + name);
    }

    @Test
    void aNamespaceOfTheSameNameIsAnotherOne(Place place) {
        var name = place.name() + "-again";
        var path = Place.NAMESPACES + "/" + name;
        var first = place.api()
                .post(Place.NAMESPACES, named("v1", "Namespace", name))
                .uid();
        place.api().post(path + "/configmaps", map("inside")).object();
        place.api().delete(path).object();
        place.api().awaitGone(path);

        assertThat(place.api()
                        .post(path + "/configmaps", map("inside"))
                        .refusal(404)
                        .path("message")
                        .asText())
                .isEqualTo("namespaces \"%s\" not found".formatted(name));
        var second = place.api()
                .post(Place.NAMESPACES, named("v1", "Namespace", name))
                .uid();

        assertThat(second).isNotEqualTo(first);
        assertThat(place.api().get(path + "/configmaps/inside").code()).isEqualTo(404);
        place.api().delete(path).object();
    }

    @Test
    void whatEveryNamespaceHasComesBackWhenDeleted(Place place) {
        var account = place.core("serviceaccounts") + "/default";
        place.api().await(account, reply -> reply.code() == 200);
        var authority = place.map("kube-root-ca.crt");
        var uid = place.api().await(authority, reply -> reply.code() == 200).uid();

        place.api().delete(authority).object();

        place.api()
                .await(authority, reply -> reply.code() == 200 && !reply.uid().equals(uid));
    }
}
