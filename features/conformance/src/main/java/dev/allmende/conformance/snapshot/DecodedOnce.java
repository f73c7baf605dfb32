package dev.allmende.conformance.snapshot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Facts that decode each input at its first use and remember it. Thread-safe; lives as long as one judging. */
public final class DecodedOnce implements Facts {

    private final Facts facts;
    private final Map<String, Known<?>> decoded = new ConcurrentHashMap<>();

    public DecodedOnce(Facts facts) {
        this.facts = facts;
    }

    /** An input's name stands for its type: two inputs of one name would be a fault of the program. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> Known<T> of(Input<T> input) {
        return (Known<T>) decoded.computeIfAbsent(input.name(), name -> facts.of(input));
    }
}
