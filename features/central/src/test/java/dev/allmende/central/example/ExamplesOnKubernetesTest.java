package dev.allmende.central.example;

import dev.allmende.central.Ground;
import dev.allmende.central.RealKubernetes;
import org.junit.jupiter.api.Tag;

/** The same on a real kube-apiserver. */
@Tag("real")
@Tag("kubernetes")
class ExamplesOnKubernetesTest extends ExamplesBehaviour {

    @Override
    Ground ground() {
        return Ground.start(RealKubernetes.connect());
    }
}
