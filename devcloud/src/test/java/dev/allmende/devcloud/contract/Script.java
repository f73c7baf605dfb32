package dev.allmende.devcloud.contract;

import java.util.List;
import java.util.stream.Stream;

/** All requests in the order in which they are sent: what one makes, a later one uses and removes. */
final class Script {
    private Script() {}

    static List<Step> steps() {
        return Stream.of(
                        IdentityScript.steps(),
                        ImageScript.steps(),
                        ComputeScript.reads(),
                        VolumeScript.reads(),
                        NetworkScript.reads(),
                        NetworkScript.create(),
                        NetworkScript.groups(),
                        NetworkLifeScript.steps(),
                        VolumeLifeScript.steps(),
                        ComputeLifeScript.steps(),
                        OtherLifeScript.steps(),
                        BalancerScript.steps(),
                        NameScript.steps(),
                        VolumeScript.create(),
                        ComputeScript.servers(),
                        VolumeScript.keep(),
                        NetworkScript.remove(),
                        OtherScript.secrets(),
                        OtherScript.rest())
                .flatMap(List::stream)
                .toList();
    }
}
