package dev.allmende.central.image;

import dev.allmende.central.Ground;
import dev.allmende.central.RealKubernetes;
import org.junit.jupiter.api.Tag;

/** The same on a real kube-apiserver. */
@Tag("real")
@Tag("kubernetes")
class ImageOnKubernetesTest extends ImageBehaviour {

    @Override
    Ground newGround() {
        return Ground.start(RealKubernetes.connect());
    }
}
