package dev.allmende.central.volume;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class VolumeOnOpenStackTest extends VolumeBehaviour {

    @Override
    String otherType() {
        return "spare";
    }

    @Override
    boolean growsInUse() {
        return false;
    }
}
