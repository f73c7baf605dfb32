package dev.allmende.conformance.scope;

import java.util.List;

/** A scope file cannot be used. The message has a line per problem: {@code file:line:column: what is wrong}. */
public final class BadScopeFile extends RuntimeException {

    private static final int SHOWN = 20;

    private final List<String> problems;

    BadScopeFile(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }

    private static String message(List<String> problems) {
        var shown = String.join("\n", problems.subList(0, Math.min(SHOWN, problems.size())));
        return problems.size() <= SHOWN ? shown : shown + "\n... and " + (problems.size() - SHOWN) + " more";
    }
}
