package dev.allmende.central.port;

import dev.allmende.central.Ground;
import dev.allmende.central.RealKubernetes;
import org.junit.jupiter.api.Tag;

/** The same on a real kube-apiserver: nothing in a controller asks which one it talks to. */
@Tag("real")
@Tag("kubernetes")
class PortOnKubernetesTest extends PortBehaviour {

    @Override
    Ground ground() {
        return Ground.start(RealKubernetes.connect());
    }
}
