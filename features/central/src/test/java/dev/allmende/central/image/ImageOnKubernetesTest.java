package dev.allmende.central.image;

import dev.allmende.central.Ground;
import dev.allmende.central.OnKubernetes;
import dev.allmende.central.RealKubernetes;

/** The same on a real kube-apiserver. */
@OnKubernetes
class ImageOnKubernetesTest extends ImageBehaviour {

    @Override
    Ground newGround() {
        return Ground.start(RealKubernetes.connect());
    }
}
