package dev.allmende.apiserver.resource;

/**
 * A resource without a version: what is stored and what rights are given on.
 *
 * @param group such as {@code apps}; empty for the core group
 * @param resource plural name such as {@code configmaps}
 */
public record GroupResource(String group, String resource) implements Comparable<GroupResource> {

    /** What must not be shown or written down in plain. */
    public static final GroupResource SECRETS = new GroupResource("", "secrets");

    @Override
    public int compareTo(GroupResource other) {
        int byGroup = group.compareTo(other.group);
        return byGroup != 0 ? byGroup : resource.compareTo(other.resource);
    }

    /** {@code configmaps} or {@code widgets.example.com}. */
    @Override
    public String toString() {
        return group.isEmpty() ? resource : resource + "." + group;
    }
}
