package dev.allmende.conformance.flavor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.ServiceType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class FlavorsTest {

    private static RecordedAnswer answer(String request, int status, String body) {
        return new RecordedAnswer(request, status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static RecordedAnswer page(String flavors) {
        return answer("GET compute /flavors/detail?is_public=None", 200, "{\"flavors\": [" + flavors + "]}");
    }

    private static List<Flavor> read(RecordedAnswer... answers) {
        return Flavors.FLAVORS.reader().read(List.of(answers));
    }

    @Test
    void readsWhatNovaListsOverSeveralPages() {
        var first = page("""
                {"id": "1", "name": "SCS-1V-4", "vcpus": 1, "ram": 4096, "disk": 0, "swap": "", "rxtx_factor": 1.0,
                 "links": [{"rel": "self", "href": "http://cloud/1"}], "description": null,
                 "OS-FLV-EXT-DATA:ephemeral": 3, "OS-FLV-DISABLED:disabled": true, "os-flavor-access:is_public": false,
                 "extra_specs": {"scs:cpu-type": "shared-core", "hw_rng:allowed": "True"}}""");
        var second =
                page("{\"id\": \"2\", \"name\": \"b\", \"vcpus\": 2, \"ram\": 8, \"disk\": 9, \"extra_specs\": {}}");
        assertThat(read(first, second))
                .containsExactly(
                        new Flavor(
                                "1",
                                "SCS-1V-4",
                                1,
                                4096,
                                0,
                                3,
                                false,
                                true,
                                Map.of("scs:cpu-type", "shared-core", "hw_rng:allowed", "True")),
                        new Flavor("2", "b", 2, 8, 9, 0, true, false, Map.of()));
    }

    @Test
    void answersThatAreNotNovasNameTheirPlace() {
        assertThatThrownBy(() -> read(answer("GET compute /flavors/detail", 200, "{\"flavors\": [{\"id\": }]}")))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("GET compute /flavors/detail")
                .hasMessageContaining("line 1, column ");
        assertThatThrownBy(() -> read(page("{\"id\": \"1\"}, {\"id\": \"2\", \"ram\": \"much\"}")))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("flavors[1].ram is not a whole number: much");
        assertThatThrownBy(() -> read(page("17"))).isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> read(page("{\"name\": \"x\"}")))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("flavors[0] has no id");
        assertThatThrownBy(() -> read(answer("GET compute /flavors/detail", 200, "[]")))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("no 'flavors'");
        assertThatThrownBy(() -> read(answer("GET compute /flavors/detail", 200, "")))
                .isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> read(answer("GET compute /flavors/detail", 503, "busy")))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("503");
        assertThatThrownBy(() -> read(answer("GET compute /flavors/detail", 200, "{\"flavors\": [{\"id\": \"1\"}")))
                .isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void extraSpecsThatTheCredentialMayNotSeeAreNotTakenForNone() {
        var bare = page("{\"id\": \"1\", \"name\": \"a\", \"vcpus\": 1, \"ram\": 2, \"disk\": 0}");
        assertThatThrownBy(() -> read(bare, answer("GET compute /flavors/1/os-extra_specs", 403, "{}")))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("GET compute /flavors/1/os-extra_specs was answered with status 403:"
                        + " the credential may not see it (Nova's policy)");
    }

    @Test
    void anOldComputeApiIsAskedForTheExtraSpecsOneByOne() throws InterruptedException {
        var asked = ConcurrentHashMap.<String>newKeySet();
        var answers = Flavors.FLAVORS.asker().ask(new OldNova(asked));
        assertThat(asked).isEqualTo(Set.of("/flavors/1/os-extra_specs", "/flavors/2/os-extra_specs"));
        assertThat(Flavors.FLAVORS.reader().read(answers))
                .as("flavor 2 was deleted between the two requests")
                .containsExactly(new Flavor("1", "a", 1, 2, 0, 0, true, false, Map.of("k", "v")));
    }

    /** Nova at microversion 2.1 with two flavors. */
    private record OldNova(Set<String> asked) implements Session {

        @Override
        public List<RecordedAnswer> list(ServiceType service, Call first, String collection) {
            assertThat(service).isEqualTo(ServiceType.COMPUTE);
            assertThat(first.query()).containsEntry("is_public", "None");
            return List.of(
                    page("{\"id\": \"1\", \"name\": \"a\", \"vcpus\": 1, \"ram\": 2, \"disk\": 0}"),
                    page("{\"id\": \"2\", \"name\": \"b\", \"vcpus\": 1, \"ram\": 2, \"disk\": 0}"));
        }

        @Override
        public RecordedAnswer ask(ServiceType service, Call call) {
            asked.add(call.path());
            return call.path().contains("/1/")
                    ? answer("whatever", 200, "{\"extra_specs\": {\"k\": \"v\"}}")
                    : answer("whatever", 404, "{\"itemNotFound\": {}}");
        }

        @Override
        public void progress(String line) {
            assertThat(line).contains("2 flavors");
        }

        @Override
        public Cloud cloud() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String runId() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clock clock() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Facts.Known<T> facts(Input<T> input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Trace creating(ServiceType service, String kind, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void pause(Duration time) {
            throw new UnsupportedOperationException();
        }
    }
}
