package dev.allmende.central.volumebackup;

import dev.allmende.central.Ground;
import dev.allmende.central.RealKubernetes;
import org.junit.jupiter.api.Tag;

/** The same on a real kube-apiserver: nothing in a controller asks which one it talks to. */
@Tag("real")
@Tag("kubernetes")
class CopiesOnKubernetesTest extends CopiesBehaviour {

    @Override
    Ground ground() {
        return Ground.start(RealKubernetes.connect());
    }
}
