package dev.allmende.apiserver.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk over an object is. Going down and up again costs no garbage; the path is written only when something is
 * wrong there. For one thread.
 */
public final class Trail {

    private enum Step {
        FIELD,
        KEY,
        INDEX
    }

    private @Nullable String[] names = new @Nullable String[16];
    private int[] indices = new int[16];
    private Step[] kinds = new Step[16];
    private int depth;

    /** Into a property. */
    public void field(String name) {
        push(Step.FIELD, name, 0);
    }

    /** Into a value under a free name ({@code additionalProperties}). */
    public void key(String name) {
        push(Step.KEY, name, 0);
    }

    /** Into an element of an array. */
    public void index(int index) {
        push(Step.INDEX, null, index);
    }

    public void up() {
        depth--;
    }

    public int depth() {
        return depth;
    }

    private void push(Step kind, @Nullable String name, int index) {
        if (depth == kinds.length) {
            names = Arrays.copyOf(names, depth * 2);
            indices = Arrays.copyOf(indices, depth * 2);
            kinds = Arrays.copyOf(kinds, depth * 2);
        }
        names[depth] = name;
        indices[depth] = index;
        kinds[depth++] = kind;
    }

    /** {@code spec.labels.app}: as schema errors and unknown fields are named. Empty at the root. */
    public String dotted() {
        return write(false);
    }

    /** {@code spec.labels[app]}: as errors of rules and list types are named. Empty at the root. */
    public String bracketed() {
        return write(true);
    }

    private String write(boolean bracketKeys) {
        var text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            switch (kinds[i]) {
                case INDEX -> text.append('[').append(indices[i]).append(']');
                case KEY -> {
                    if (bracketKeys) {
                        text.append('[').append(names[i]).append(']');
                    } else {
                        dot(text).append(names[i]);
                    }
                }
                case FIELD -> dot(text).append(names[i]);
            }
        }
        return text.toString();
    }

    private static StringBuilder dot(StringBuilder text) {
        return text.isEmpty() ? text : text.append('.');
    }
}
