package dev.allmende.openstack.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;

/** A domain: what projects, users and groups belong to. */
public record Domain(JsonNode json) implements Resource {

    /** Nothing that a tenant could ask for. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }
    }
}
