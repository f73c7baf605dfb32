package dev.allmende.server.shell.draft;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a form, each at its field as far as it has one. */
public final class Problems {

    /**
     * One of them.
     *
     * @param path of the field in the form, empty for none
     * @param id of the element that it stands at, empty for none
     */
    public record Problem(String path, String message, String id) {}

    private final List<Problem> open = new ArrayList<>();
    private final List<Problem> placed = new ArrayList<>();

    public void add(String path, String message) {
        open.add(new Problem(path, message, ""));
    }

    public boolean isEmpty() {
        return open.isEmpty() && placed.isEmpty();
    }

    /** Those that belong to a field, or to what is below it and has no field of its own; each is given out once. */
    List<String> take(String path, String id, boolean withBelow) {
        List<String> messages = new ArrayList<>();
        for (var problem : List.copyOf(open)) {
            if (problem.path().equals(path) || (withBelow && isBelow(problem.path(), path))) {
                open.remove(problem);
                placed.add(new Problem(problem.path(), problem.message(), id));
                messages.add(problem.message());
            }
        }
        return messages;
    }

    private static boolean isBelow(String path, String at) {
        return path.startsWith(at) && path.length() > at.length() && ".[~".indexOf(path.charAt(at.length())) >= 0;
    }

    /** Those with a field, then those without. */
    public List<Problem> all() {
        List<Problem> all = new ArrayList<>(placed);
        all.addAll(open);
        return all;
    }
}
