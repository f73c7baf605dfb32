package dev.allmende.openstack.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Wanted;

/** A condition of a policy; all must hold. */
public record Rule(JsonNode json) implements Provisioned {

    /** What a rule can be asked to be. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** For example {@code PATH}, {@code STARTS_WITH}, {@code /api}. */
        public Wish when(String type, String compare, String value) {
            return with(fields.with("type", type).with("compare_type", compare).with("value", value));
        }

        /** Name of a header or cookie. */
        public Wish key(String key) {
            return with(fields.with("key", key));
        }

        public Wish invert(boolean invert) {
            return with(fields.with("invert", invert));
        }
    }

    public String type() {
        return text("type");
    }

    public String value() {
        return text("value");
    }
}
