package dev.allmende.status.lifecycle;

import java.util.List;

/** What is made, and in which steps. */
public sealed interface Cycle permits BalancerCycle, NetworkCycle, ObjectCycle, ServerCycle, VolumeCycle {

    /** All but the removal at the end. */
    void live(Life life, Place place) throws InterruptedException;

    /** What it can leave behind, in the order in which it is to be removed. */
    List<Sort<?>> sorts(Place place);
}
