package dev.allmende.apiserver.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.client.Samples;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Somebody wants to be greeted. */
@Group(Greeting.GROUP)
@Version("v1")
public final class Greeting extends CustomResource<Greeting.Wish, Greeting.Done> implements Namespaced {

    static final String GROUP = "operator.example.test";

    /** @param name who is to be greeted */
    public record Wish(String name) {}

    /**
     * @param text of the greeting
     * @param by which operator
     */
    public record Done(String text, String by) {}

    static Greeting of(String name, String whom) {
        var greeting = new Greeting();
        greeting.setMetadata(new ObjectMetaBuilder().withName(name).build());
        greeting.setSpec(new Wish(whom));
        return greeting;
    }

    static ObjectNode definition() {
        var definition = Samples.definition(GROUP, "greetings", "Greeting", "v1");
        Samples.version(definition, 0).putObject("subresources").putObject("status");
        return definition;
    }
}
