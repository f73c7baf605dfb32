package dev.allmende.openstack.dns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;
import java.util.Optional;

/** All records of one name and type in a zone. */
public record RecordSet(JsonNode json) implements Resource {

    /** What a record set can be asked to be; name and type only at creation. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** {@code A}, {@code AAAA}, {@code CNAME}, {@code TXT} ... */
        public Wish type(String type) {
            return with(fields.with("type", type));
        }

        public Wish records(List<String> values) {
            return with(fields.texts("records", values));
        }

        public Wish ttl(int seconds) {
            return with(fields.with("ttl", seconds));
        }

        /** The zone's. */
        public Wish zoneTtl() {
            return with(fields.cleared("ttl"));
        }
    }

    @Override
    public State state() {
        return Pending.state(json);
    }

    public String zoneId() {
        return text("zone_id");
    }

    public String type() {
        return text("type");
    }

    public List<String> records() {
        return texts("records");
    }

    /** In seconds; empty: the zone's. */
    public Optional<Integer> ttl() {
        return Optional.of(json.path("ttl")).filter(JsonNode::isInt).map(JsonNode::asInt);
    }
}
