package dev.allmende.apiserver.behaviour;

import static dev.allmende.apiserver.client.Samples.held;
import static dev.allmende.apiserver.client.Samples.map;
import static dev.allmende.apiserver.client.Samples.named;
import static dev.allmende.apiserver.client.Samples.owned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.client.AnyServer;
import dev.allmende.apiserver.client.Place;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AnyServer.class)
class GarbageCollectionTest {

    private static final String HOLD = "example.test/hold";
    private static final String RELEASE = "{\"metadata\":{\"finalizers\":null}}";

    private static ObjectNode create(Place place, ObjectNode object) {
        return place.api().post(place.maps(), object).object();
    }

    private static String finalizers(JsonNode object) {
        return object.at("/metadata/finalizers").toString();
    }

    @Test
    void dependentsGoAfterTheirOwnerInTheBackground(Place place) {
        var owner = create(place, map("owner"));
        var child = create(place, owned(map("child"), owner, true));
        create(place, owned(map("grandchild"), child, true));

        var answer = place.api().delete(place.map("owner"), "Background");

        assertThat(answer.at("/status").asText()).isEqualTo("Success");
        assertThat(place.api().get(place.map("owner")).code()).isEqualTo(404);
        place.api().awaitGone(place.map("child"));
        place.api().awaitGone(place.map("grandchild"));
    }

    @Test
    void anOwnerInTheForegroundWaitsForDependentsThatBlockIt(Place place) {
        var owner = create(place, map("owner"));
        create(place, held(owned(map("blocks"), owner, true), HOLD));
        create(place, owned(map("free"), owner, false));

        var answer = place.api().delete(place.map("owner"), "Foreground").object();

        assertThat(finalizers(answer)).isEqualTo("[\"foregroundDeletion\"]");
        assertThat(answer.at("/metadata/deletionTimestamp").asText()).isNotEmpty();
        place.api()
                .await(
                        place.map("blocks"),
                        reply -> !reply.at("/metadata/deletionTimestamp").isMissingNode());
        assertThat(place.api().get(place.map("owner")).code()).isEqualTo(200);

        place.api().merge(place.map("blocks"), RELEASE).object();

        place.api().awaitGone(place.map("owner"));
        place.api().awaitGone(place.map("blocks"));
        place.api().awaitGone(place.map("free"));
    }

    @Test
    void anOwnerInTheForegroundDoesNotWaitForDependentsThatDoNotBlock(Place place) {
        var owner = create(place, map("owner"));
        create(place, held(owned(map("held"), owner, false), HOLD));

        place.api().delete(place.map("owner"), "Foreground").object();

        place.api().awaitGone(place.map("owner"));
        assertThat(place.api().get(place.map("held")).code()).isEqualTo(200);
        place.api().merge(place.map("held"), RELEASE).object();
        place.api().awaitGone(place.map("held"));
    }

    @Test
    void orphansStayAndForgetTheirOwner(Place place) {
        var owner = create(place, map("owner"));
        var other = create(place, map("other"));
        create(place, owned(map("child"), owner, true));
        create(place, owned(owned(map("shared"), owner, false), other, false));

        var answer = place.api().delete(place.map("owner"), "Orphan").object();

        assertThat(finalizers(answer)).isEqualTo("[\"orphan\"]");
        place.api().awaitGone(place.map("owner"));
        place.api()
                .await(
                        place.map("child"),
                        reply -> reply.at("/metadata/ownerReferences").isMissingNode());
        var shared = place.api().get(place.map("shared")).at("/metadata/ownerReferences");
        assertThat(shared).hasSize(1);
        assertThat(shared.at("/0/name").asText()).isEqualTo("other");
    }

    @Test
    void anObjectWhoseOwnerIsAbsentGoes(Place place) {
        var absent = map("absent");
        absent.withObject("/metadata").put("uid", UUID.randomUUID().toString());
        create(place, owned(map("child"), absent, false));

        place.api().awaitGone(place.map("child"));
    }

    @Test
    void anotherObjectUnderTheOwnersNameIsNotTheOwner(Place place) {
        var former = create(place, map("owner"));
        place.api().delete(place.map("owner"), "Background");
        create(place, map("owner"));
        create(place, owned(map("child"), former, false));

        place.api().awaitGone(place.map("child"));
        assertThat(place.api().get(place.map("owner")).code()).isEqualTo(200);
    }

    @Test
    void oneOfTwoOwnersIsEnoughAndTheLostOneIsForgotten(Place place) {
        var first = create(place, map("first"));
        var second = create(place, map("second"));
        create(place, owned(owned(map("child"), first, false), second, false));

        place.api().delete(place.map("first"), "Background");

        var child = place.api()
                .await(
                        place.map("child"),
                        reply -> reply.at("/metadata/ownerReferences").size() == 1);
        assertThat(child.at("/metadata/ownerReferences/0/name").asText()).isEqualTo("second");
        place.api().delete(place.map("second"), "Background");
        place.api().awaitGone(place.map("child"));
    }

    @Test
    void objectsThatOwnEachOtherDoNotKeepEachOther(Place place) {
        var one = create(place, map("one"));
        create(place, owned(map("two"), one, true));
        closeCircle(place, "one", "two");

        place.api().delete(place.map("one"), "Background");

        place.api().awaitGone(place.map("one"));
        place.api().awaitGone(place.map("two"));
    }

    @Test
    void objectsThatBlockEachOtherGoInTheForegroundToo(Place place) {
        var one = create(place, map("one"));
        var two = create(place, owned(map("two"), one, true));
        create(place, owned(map("three"), two, true));
        closeCircle(place, "one", "three");

        place.api().delete(place.map("one"), "Foreground");

        place.api().awaitGone(place.map("one"));
        place.api().awaitGone(place.map("two"));
        place.api().awaitGone(place.map("three"));
    }

    private static void closeCircle(Place place, String first, String last) {
        var end = place.api().get(place.map(last)).object();
        var patch = owned(map(first), end, true);
        place.api().merge(place.map(first), patch).object();
    }

    @Test
    void anOwnerInAnotherNamespaceCountsAsAbsent(Place place) {
        var elsewhere = place.namespace() + "-else";
        place.api().post(Place.NAMESPACES, named("v1", "Namespace", elsewhere)).object();
        var maps = Place.NAMESPACES + "/" + elsewhere + "/configmaps";
        var owner = place.api().post(maps, map("owner")).object();
        create(place, owned(map("child"), owner, false));

        place.api().awaitGone(place.map("child"));
        assertThat(place.api().get(maps + "/owner").code()).isEqualTo(200);
        place.api().delete(Place.NAMESPACES + "/" + elsewhere).object();
    }

    @Test
    void aNamespacedOwnerOfAClusterWideObjectDeletesNothing(Place place) {
        var roles = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
        var owner = create(place, map("owner"));
        var role = owned(named("rbac.authorization.k8s.io/v1", "ClusterRole", place.name()), owner, false);
        place.api().post(roles, role).object();
        create(place, owned(map("witness"), owner, false));

        place.api().delete(place.map("owner"), "Background");

        place.api().awaitGone(place.map("witness"));
        assertThat(place.api().get(roles + "/" + place.name()).code()).isEqualTo(200);
        place.api().delete(roles + "/" + place.name()).object();
    }

    @Test
    void aClusterWideOwnerTakesNamespacedDependentsAlong(Place place) {
        var roles = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
        var owner = place.api()
                .post(roles, named("rbac.authorization.k8s.io/v1", "ClusterRole", place.name()))
                .object();
        create(place, owned(map("child"), owner, false));

        place.api().delete(roles + "/" + place.name(), "Foreground").object();

        place.api().awaitGone(roles + "/" + place.name());
        place.api().awaitGone(place.map("child"));
    }
}
