package dev.allmende.central.importing;

import dev.allmende.openstack.resource.Resource;
import java.util.Map;

/**
 * A thing that a project has.
 *
 * @param more what the spec of its object must say beside the identifier
 */
record Found(String name, String id, Map<String, Object> more) {

    static Found of(Resource thing) {
        return new Found(thing.name(), thing.id(), Map.of());
    }
}
