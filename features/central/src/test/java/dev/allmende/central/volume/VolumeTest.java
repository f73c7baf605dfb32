package dev.allmende.central.volume;

class VolumeTest extends VolumeBehaviour {

    @Override
    String otherType() {
        return "triple";
    }
}
