package dev.allmende.apiserver.behaviour;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** All suites of this package against a real kube-apiserver: are they right, and do the two behave alike? */
@Tag("real")
@Tag("kubernetes")
class KubernetesTest {

    @Nested
    class GarbageCollection extends GarbageCollectionTest {}

    @Nested
    class Namespaces extends NamespacesTest {}

    @Nested
    class Lists extends ListsTest {}

    @Nested
    class Watches extends WatchesTest {}

    @Nested
    class AnyRequests extends AnyOrderTest {}

    @Nested
    class Definitions extends DefinitionsTest {}
}
