package dev.allmende.apiserver.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.Messages;
import dev.allmende.apiserver.resource.GroupVersion;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One event as a kube-apiserver 1.35.4 shows it in both groups. */
class EventConversionTest {

    @Test
    void showsAStoredEventInTheNewerGroup() throws IOException {
        assertThat(EventConversion.toEvents(read("event"))).isEqualTo(read("event-newer"));
    }

    @Test
    void storesAnEventOfTheNewerGroup() throws IOException {
        assertThat(EventConversion.toCore(read("event-newer"))).isEqualTo(read("event"));
    }

    @Test
    void bothViewsAreSelectedByTheSameValues() throws IOException {
        var core = BuiltInKinds.find(new GroupVersion("", "v1"), "events").orElseThrow();
        var newer = BuiltInKinds.find(new GroupVersion("events.k8s.io", "v1"), "events")
                .orElseThrow();
        var fields = core.fields(read("event"));
        assertThat(newer.fields(read("event-newer"))).isEqualTo(fields);
        assertThat(fields)
                .containsEntry("involvedObject.name", "w")
                .containsEntry("regarding.name", "w")
                .containsEntry("reportingController", "c")
                .containsEntry("source", "c")
                .containsKeys(core.served().selectable().toArray(String[]::new))
                .containsKeys(newer.served().selectable().toArray(String[]::new));
    }

    private static ObjectNode read(String name) throws IOException {
        try (var in = Messages.class.getResourceAsStream("served/" + name + ".json")) {
            var event = Json.readObject(Objects.requireNonNull(in).readAllBytes());
            event.properties().removeIf(field -> field.getValue().isNull());
            event.withObjectProperty("metadata").remove("managedFields");
            return event;
        }
    }
}
