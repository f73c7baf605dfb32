package dev.allmende.central.volume;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class VolumeOnKubernetesTest extends VolumeBehaviour {

    @Override
    String otherType() {
        return "triple";
    }
}
