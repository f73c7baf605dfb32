package dev.allmende.api;

import java.util.List;

/** What every kind's status has. */
public interface Observed {

    List<Condition> conditions();

    /** Generation of the spec that was last looked at; 0 before the first look. */
    long observedGeneration();
}
