package dev.allmende.apiserver.schema.structural;

/** Paths of parts of a schema, as messages write them. */
final class Paths {

    private Paths() {}

    static String property(String path, String name) {
        return path + ".properties[" + name + "]";
    }

    static String index(String path, String keyword, int index) {
        return path + "." + keyword + "[" + index + "]";
    }
}
