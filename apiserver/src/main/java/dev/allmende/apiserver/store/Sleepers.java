package dev.allmende.apiserver.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Those who may be waiting for something to be published. */
final class Sleepers {

    private final Set<Sleeper> all = ConcurrentHashMap.newKeySet();

    void add(Sleeper sleeper) {
        all.add(sleeper);
    }

    void remove(Sleeper sleeper) {
        all.remove(sleeper);
    }

    void wake() {
        for (var sleeper : all) {
            sleeper.wake();
        }
    }
}
