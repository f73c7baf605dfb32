package dev.allmende.status.lifecycle;

import java.util.ArrayList;
import java.util.List;

/** The steps of a run, as they came. */
final class Walk implements Steps {

    private final List<String> ended = new ArrayList<>();
    private String last = "";

    @Override
    public void begins(String step) {
        last = step;
    }

    @Override
    public void ended(String step) {
        ended.add(step);
    }

    List<String> ended() {
        return ended;
    }

    /** Where it stopped, if it did. */
    String last() {
        return last;
    }
}
