package dev.allmende.central.identity;

/**
 * A resource of the same namespace that must be ready first.
 *
 * @param kind as {@code Realm}
 */
public record Reference(String kind, String name) {

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
