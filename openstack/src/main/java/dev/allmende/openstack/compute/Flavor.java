package dev.allmende.openstack.compute;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.Map;

/** A flavor; providers make them, tenants read them. */
public record Flavor(JsonNode json) implements Resource {

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

    public int vcpus() {
        return json.path("vcpus").asInt();
    }

    public int ramMib() {
        return json.path("ram").asInt();
    }

    /** 0: the root disk comes from a volume. */
    public int diskGib() {
        return json.path("disk").asInt();
    }

    public boolean isPublic() {
        return json.path("os-flavor-access:is_public").asBoolean(true);
    }

    /** From microversion 2.61 on, else empty. */
    public Map<String, String> extraSpecs() {
        return map("extra_specs");
    }
}
