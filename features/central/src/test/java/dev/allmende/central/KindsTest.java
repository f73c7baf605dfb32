package dev.allmende.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.Managed;
import dev.allmende.api.Protection;
import dev.allmende.api.Thing;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for all kinds. */
@ExtendWith(ApiServerExtension.class)
class KindsTest {

    private static final List<Controller<?, ?>> CONTROLLERS = new ArrayList<>();

    @BeforeAll
    static void read(KubernetesClient kubernetes) {
        try (var mirror = new Mirror(kubernetes, "default");
                var central = new Central(mirror, ClientOptions.standard("test"))) {
            CONTROLLERS.addAll(central.controllers());
        }
    }

    @Test
    void eachFieldSaysWhatItIs() {
        var silent = new TreeSet<String>();
        for (var controller : CONTROLLERS) {
            collectSilent(controller.kind().getSimpleName(), schema(controller), silent);
        }
        assertThat(silent).isEmpty();
    }

    private static JsonNode schema(Controller<?, ?> controller) {
        return controller.definition().at("/spec/versions/0/schema/openAPIV3Schema");
    }

    private static void collectSilent(String path, JsonNode schema, Set<String> silent) {
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            var name = path + "." + field.getKey();
            if (!field.getValue().has("description")) {
                silent.add(name);
            }
            collectSilent(name, field.getValue(), silent);
            collectSilent(name + "[]", field.getValue().path("items"), silent);
        }
    }

    @Test
    void whatHoldsDataIsTheSameForTheApiAndForTheControllers() throws Exception {
        var protectedKinds = new TreeSet<String>();
        for (var controller : CONTROLLERS) {
            if (Thing.class.isAssignableFrom(controller.kind())
                    && spec(controller.kind()).onDelete() == DeletionPolicy.PROTECT) {
                protectedKinds.add(HasMetadata.getKind(controller.kind()));
            }
        }
        assertThat(Protection.HOLD_DATA).containsAll(protectedKinds);
        assertThat(protectedKinds)
                .containsAll(Protection.HOLD_DATA.stream()
                        .filter(kind -> CONTROLLERS.stream()
                                .anyMatch(controller ->
                                        HasMetadata.getKind(controller.kind()).equals(kind)))
                        .toList());
    }

    /** As somebody wrote it who says nothing. */
    private static Managed spec(Class<?> kind) throws Exception {
        var types = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        return (Managed) new ObjectMapper().readValue("{}", (Class<?>) types[0]);
    }
}
