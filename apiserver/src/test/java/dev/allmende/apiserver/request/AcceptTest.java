package dev.allmende.apiserver.request;

import static dev.allmende.apiserver.request.Accept.negotiate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.request.Accept.Encoding;
import dev.allmende.apiserver.request.Accept.Endpoint;
import dev.allmende.apiserver.request.Accept.GroupDiscovery;
import dev.allmende.apiserver.request.Accept.PartialMetadata;
import dev.allmende.apiserver.request.Accept.Table;
import dev.allmende.apiserver.status.StatusException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and what kube-apiserver 1.35.4 answers to them, recorded. */
class AcceptTest {

    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
    private static final String DISCOVERY = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/json",
                "application/json;stream=watch",
                "application/json;charset=utf-8",
                "application/json;foo=bar",
                "application/vnd.kubernetes.protobuf, application/json",
                "application/vnd.kubernetes.protobuf, */*",
                "text/html,*/*;q=0.1",
                "application/yaml;q=0.2,application/json;q=0.9",
                "application/json;as=Table;v=v2;g=meta.k8s.io,application/json",
                TABLE + ";q=0.1,application/json",
            })
    void answersJson(String header) {
        assertThat(negotiate(header, Endpoint.LIST)).isEqualTo(Accept.JSON);
    }

    @Test
    void noHeaderIsAnsweredWithJson() {
        assertThat(negotiate(null, Endpoint.OBJECT)).isEqualTo(Accept.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/yaml,application/json", "*/*,application/yaml"})
    void answersYaml(String header) {
        assertThat(negotiate(header, Endpoint.LIST)).isEqualTo(Accept.YAML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "garbage",
                "application/cbor",
                "application/vnd.kubernetes.protobuf",
                "application/vnd.kubernetes.protobuf;as=Table;v=v1;g=meta.k8s.io",
                "application/json;as=Table;v=v2;g=meta.k8s.io",
                "application/json;as=Table",
                "application/json;as=Foo;v=v1;g=meta.k8s.io",
                "application/yaml;stream=watch",
                DISCOVERY,
            })
    void refusesWhatItCannotAnswer(String header) {
        assertThatThrownBy(() -> negotiate(header, Endpoint.LIST)).isInstanceOfSatisfying(StatusException.class, e -> {
            assertThat(e.status().code()).isEqualTo(406);
            assertThat(e)
                    .hasMessage("only the following media types are accepted: application/json,"
                            + " application/yaml, application/vnd.kubernetes.protobuf");
        });
    }

    @Test
    void kubectlAsksForATableFirst() {
        var kubectl = TABLE + ",application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";
        assertThat(negotiate(kubectl, Endpoint.LIST)).isEqualTo(new Accept(Encoding.JSON, new Table("v1")));
        assertThat(negotiate("application/yaml;as=Table;v=v1beta1;g=meta.k8s.io", Endpoint.OBJECT))
                .isEqualTo(new Accept(Encoding.YAML, new Table("v1beta1")));
        assertThat(negotiate(kubectl, Endpoint.DOCUMENT)).isEqualTo(Accept.JSON);
    }

    @Test
    void metadataAloneIsAskedForInTheFormOfTheAnswer() {
        var one = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io";
        var many = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io";
        var metadata = new Accept(Encoding.JSON, new PartialMetadata("v1"));
        assertThat(negotiate(one, Endpoint.OBJECT)).isEqualTo(metadata);
        assertThat(negotiate(one, Endpoint.WATCH)).isEqualTo(metadata);
        assertThat(negotiate(many, Endpoint.LIST)).isEqualTo(metadata);
        assertThatThrownBy(() -> negotiate(one, Endpoint.LIST))
                .hasMessage("you requested PartialObjectMetadata, but the requested object is a list");
        assertThatThrownBy(() -> negotiate(many, Endpoint.OBJECT)).isInstanceOf(StatusException.class);
    }

    @Test
    void discoveryHasAFormOfItsOwn() {
        var kubectl = DISCOVERY
                + ",application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";
        assertThat(negotiate(kubectl, Endpoint.GROUPS).shape()).isEqualTo(new GroupDiscovery("v2"));
        assertThat(negotiate(DISCOVERY.replace("v=v2", "v=v2beta1"), Endpoint.GROUPS)
                        .shape())
                .isEqualTo(new GroupDiscovery("v2beta1"));
        assertThat(negotiate(kubectl, Endpoint.DOCUMENT)).isEqualTo(Accept.JSON);
        assertThatThrownBy(() -> negotiate(TABLE, Endpoint.GROUPS)).isInstanceOf(StatusException.class);
    }

    @Test
    void eventsAreJsonOnly() {
        assertThat(negotiate("application/json;stream=watch", Endpoint.WATCH)).isEqualTo(Accept.JSON);
        assertThatThrownBy(() -> negotiate("application/yaml", Endpoint.WATCH))
                .hasMessage("only the following media types are accepted: application/json;stream=watch,"
                        + " application/vnd.kubernetes.protobuf;stream=watch");
    }

    @Test
    void aFailureIsWrittenAsTheClientReads() {
        assertThat(Accept.forFailure("application/yaml")).isEqualTo(Encoding.YAML);
        assertThat(Accept.forFailure("text/html")).isEqualTo(Encoding.JSON);
        assertThat(Accept.forFailure(null)).isEqualTo(Encoding.JSON);
    }

    @Test
    void anyTextIsEitherAnsweredOrRefused() {
        var random = new Random(20260801);
        var endpoints = List.of(Endpoint.values());
        var pieces = List.of(
                "application/json", "application/yaml", "*/*", ";", ",", "=", "q", "as", "Table", "v1", "\"", " ", "/");
        for (int round = 0; round < 20_000; round++) {
            var header = new StringBuilder();
            for (int piece = random.nextInt(12); piece > 0; piece--) {
                header.append(pieces.get(random.nextInt(pieces.size())));
            }
            var endpoint = endpoints.get(random.nextInt(endpoints.size()));
            try {
                assertThat(negotiate(header.toString(), endpoint)).isNotNull();
            } catch (StatusException e) {
                assertThat(e.status().code()).isEqualTo(406);
            }
            assertThat(Accept.forFailure(header.toString())).isNotNull();
        }
    }
}
