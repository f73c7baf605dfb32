package dev.allmende.openstack.identity;

import dev.allmende.openstack.resource.Fields;

/**
 * One call that an application credential may make.
 *
 * @param service official type, for example {@code compute}
 * @param path with {@code *}, {@code **} or {@code {name}} as wildcards
 */
public record AccessRule(String service, String method, String path) {

    Fields fields() {
        return Fields.of("service", service).with("method", method).with("path", path);
    }
}
