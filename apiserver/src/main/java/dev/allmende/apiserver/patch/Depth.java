package dev.allmende.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;

/** Keeps patched objects so flat that they can be read again. */
final class Depth {

    private static final int MOST = 180;

    private Depth() {}

    static void check(JsonNode value) {
        check(depth(value, 0));
    }

    static void check(int depth) {
        if (depth > MOST) {
            throw BadPatch.unfit("the object would be nested more than %d levels deep".formatted(MOST));
        }
    }

    private static int depth(JsonNode value, int above) {
        int deepest = above;
        if (above <= MOST) {
            for (var child : value) {
                deepest = Math.max(deepest, depth(child, above + 1));
            }
        }
        return deepest;
    }
}
