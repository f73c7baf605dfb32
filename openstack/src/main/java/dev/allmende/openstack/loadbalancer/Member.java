package dev.allmende.openstack.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;

/** Somebody who takes a share of the load. */
public record Member(JsonNode json) implements Provisioned {

    /** What a member can be asked to be; address and port only at creation. */
    public record Wish(Fields fields) implements PartWish<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish address(String ip, int port) {
            return with(fields.with("address", ip).with("protocol_port", port));
        }

        public Wish subnet(String id) {
            return with(fields.with("subnet_id", id));
        }

        /** 0 to 256; 0 takes no new connections. */
        public Wish weight(int weight) {
            return with(fields.with("weight", weight));
        }

        public Wish backup(boolean backup) {
            return with(fields.with("backup", backup));
        }

        public Wish monitorPort(int port) {
            return with(fields.with("monitor_port", port));
        }
    }

    public String address() {
        return text("address");
    }

    public int port() {
        return json.path("protocol_port").asInt();
    }

    public int weight() {
        return json.path("weight").asInt(1);
    }
}
