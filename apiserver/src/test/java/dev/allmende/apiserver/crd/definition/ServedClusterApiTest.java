package dev.allmende.apiserver.crd.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.allmende.apiserver.client.AnyServer;
import dev.allmende.apiserver.client.Place;
import dev.allmende.apiserver.client.Reply;
import dev.allmende.apiserver.client.Samples;
import dev.allmende.apiserver.patch.MergePatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The kinds of Cluster API and its providers for OpenStack, installed and used over HTTP. */
@ExtendWith(AnyServer.class)
class ServedClusterApiTest {

    private static final String OBJECTS = "cluster-api-objects.yaml";

    /** A document of the file. */
    private record Sample(JsonNode document) {

        ObjectNode definition() {
            return upstream(document.path("definition").asText());
        }

        ObjectNode object() {
            return ((ObjectNode) document.path("object")).deepCopy();
        }

        /** @param version another one than the object is in, or the same */
        String path(Place place, String version) {
            var definition = definition();
            boolean namespaced = definition.at("/spec/scope").asText().equals("Namespaced");
            return "/apis/%s/%s/%s%s"
                    .formatted(
                            definition.at("/spec/group").asText(),
                            version,
                            namespaced ? "namespaces/" + place.namespace() + "/" : "",
                            definition.at("/spec/names/plural").asText());
        }

        String version() {
            return object().path("apiVersion").asText().replaceFirst(".*/", "");
        }

        String name() {
            return object().at("/metadata/name").asText();
        }
    }

    /** As it is in the file: it is for the server to fill in. */
    private static ObjectNode upstream(String file) {
        try {
            return (ObjectNode)
                    new YAMLMapper().readTree(ClusterApiDefinitions.file(file).toFile());
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private static List<Sample> samples() throws IOException {
        try (var text = Objects.requireNonNull(ServedClusterApiTest.class.getResourceAsStream(OBJECTS));
                var documents = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return documents.readAll().stream().map(Sample::new).toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> objectsAreKeptAsTheyWereSentAndBadOnesAreRefused(Place place) throws IOException {
        return samples().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(sample.object().path("kind").asText(), () -> {
                            place.install(sample.definition());
                            try {
                                comesBack(place, sample);
                                sample.document().path("bad").forEach(bad -> isRefused(place, sample, bad));
                            } finally {
                                remove(place, sample.definition());
                            }
                        }));
    }

    private static void comesBack(Place place, Sample sample) {
        var path = sample.path(place, sample.version());
        var made = place.api()
                .post(path + "?fieldValidation=Strict", sample.object())
                .object();
        var one = path + "/" + sample.name();
        var found = place.api().get(one).object();

        assertThat(found).isEqualTo(made);
        // what was sent is there, beside what the server has filled in
        assertThat(merged(found, sample.object())).isEqualTo(found);
        sample.document()
                .path("filled")
                .properties()
                .forEach(filled -> assertThat(found.at(filled.getKey()))
                        .as(filled.getKey())
                        .isEqualTo(filled.getValue()));
        assertThat(place.api().put(one, found).resourceVersion())
                .isEqualTo(found.at("/metadata/resourceVersion").asText());
        for (var version : sample.definition().at("/spec/versions")) {
            var name = version.path("name").asText();
            assertThat(place.api()
                            .get(sample.path(place, name) + "/" + sample.name())
                            .at("/metadata/uid"))
                    .isEqualTo(found.at("/metadata/uid"));
        }
    }

    private static ObjectNode merged(ObjectNode object, ObjectNode patch) {
        return MergePatch.apply(object.deepCopy(), patch);
    }

    private static void isRefused(Place place, Sample sample, JsonNode bad) {
        var path = sample.path(place, sample.version());
        var changed = merged(sample.object(), (ObjectNode) bad.path("change"));
        // as a change of the good one, for rules about what may change; where there are none, as a new one as well
        var change = place.api().merge(path + "/" + sample.name(), bad.path("change"));
        namesTheField(change, bad);
        if (!bad.path("says").asText().equals("immutable")) {
            changed.withObject("/metadata").put("name", "bad");
            namesTheField(place.api().post(path, changed), bad);
        }
    }

    private static void namesTheField(Reply reply, JsonNode bad) {
        var refusal = reply.refusal(422);
        var fields = new ArrayList<String>();
        refusal.at("/details/causes")
                .forEach(cause -> fields.add(cause.path("field").asText()));
        assertThat(fields).as(reply.text()).contains(bad.path("field").asText());
        assertThat(reply.text()).contains(bad.path("says").asText(""));
    }

    private static void remove(Place place, ObjectNode definition) {
        var path = Place.DEFINITIONS + "/" + definition.at("/metadata/name").asText();
        place.api().delete(path).object();
        place.api().awaitGone(path);
    }

    @Test
    void objectsOfAnOlderReleaseAreServedByTheNewerOne(Place place) {
        var older = upstream("capi-v1.10.10/cluster.x-k8s.io_clusters.yaml");
        var newer = upstream("capi-v1.14.0/cluster.x-k8s.io_clusters.yaml");
        var clusters = "/apis/cluster.x-k8s.io/%s/namespaces/" + place.namespace() + "/clusters";
        try {
            place.install(older);
            var cluster = Samples.named("cluster.x-k8s.io/v1beta1", "Cluster", "harbour");
            cluster.withObject("/spec/clusterNetwork").put("serviceDomain", "cluster.local");
            place.api().post(clusters.formatted("v1beta1"), cluster).object();
            var path = Place.DEFINITIONS + "/clusters.cluster.x-k8s.io";
            newer.withObject("/metadata")
                    .put("resourceVersion", place.api().get(path).resourceVersion());
            place.api().put(path, newer).object();
            place.awaitServed(newer);

            for (var version : List.of("v1beta1", "v1beta2")) {
                var found = place.api().get(clusters.formatted(version) + "/harbour");
                assertThat(found.at("/apiVersion").asText()).isEqualTo("cluster.x-k8s.io/" + version);
                assertThat(found.at("/spec/clusterNetwork/serviceDomain").asText())
                        .isEqualTo("cluster.local");
            }
            assertThat(place.api().get(path).at("/status/storedVersions").toString())
                    .isEqualTo("[\"v1beta1\",\"v1beta2\"]");
        } finally {
            remove(place, newer);
        }
    }
}
