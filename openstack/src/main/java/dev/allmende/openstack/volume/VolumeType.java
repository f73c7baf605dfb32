package dev.allmende.openstack.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.Map;

/** A volume type; providers make them. */
public record VolumeType(JsonNode json) implements Resource {

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

    public boolean isPublic() {
        return json.path("is_public").asBoolean(true);
    }

    public Map<String, String> extraSpecs() {
        return map("extra_specs");
    }
}
