package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import java.util.Comparator;

/**
 * The order of lists: that of the texts {@code namespace/name}, as Kubernetes has it from its keys in etcd. So
 * {@code a-b/x} comes before {@code a/x}. Within one resource all keys have a namespace, or none has.
 */
final class KeyOrder implements Comparator<ObjectKey> {

    static final KeyOrder WITHIN_RESOURCE = new KeyOrder();

    private KeyOrder() {}

    @Override
    public int compare(ObjectKey a, ObjectKey b) {
        int byNamespace = compareNamespaces(a.namespace(), b.namespace());
        return byNamespace != 0 ? byNamespace : a.name().compareTo(b.name());
    }

    /** Compares as if both ended in a slash, which no namespace contains. */
    private static int compareNamespaces(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return a.charAt(i) - b.charAt(i);
            }
        }
        if (a.length() == b.length()) {
            return 0;
        }
        return a.length() < b.length() ? '/' - b.charAt(common) : a.charAt(common) - '/';
    }

    static String text(ObjectKey key) {
        return key.namespace() + "/" + key.name();
    }

    static ObjectKey parse(GroupResource resource, String text) {
        int slash = text.indexOf('/');
        return new ObjectKey(resource, text.substring(0, Math.max(slash, 0)), text.substring(slash + 1));
    }
}
