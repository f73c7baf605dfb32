package dev.allmende.central.reach;

import dev.allmende.central.OnOpenStack;
import java.util.stream.IntStream;

@OnOpenStack
class ReachOnOpenStackTest extends ReachBehaviour {

    /** One: a real Neutron takes a minute for it. */
    @Override
    IntStream rounds() {
        return IntStream.of(1);
    }
}
