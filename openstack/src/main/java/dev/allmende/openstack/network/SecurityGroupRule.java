package dev.allmende.openstack.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.Optional;

/** A rule of a security group: it never changes, but is made and removed. */
public record SecurityGroupRule(JsonNode json) implements Resource {

    /** What a rule can be asked to be, at creation only. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish group(String id) {
            return with(fields.with("security_group_id", id));
        }

        public Wish ingress() {
            return with(fields.with("direction", "ingress"));
        }

        public Wish egress() {
            return with(fields.with("direction", "egress"));
        }

        /** {@code IPv4} or {@code IPv6}. */
        public Wish etherType(String type) {
            return with(fields.with("ethertype", type));
        }

        /** {@code tcp}, {@code udp}, {@code icmp} or a number as text. */
        public Wish protocol(String protocol) {
            return with(fields.with("protocol", protocol));
        }

        /** For ICMP: the type, with any code. Other protocols need both. */
        public Wish firstPort(int first) {
            return with(fields.with("port_range_min", first));
        }

        /** For ICMP: type and code. */
        public Wish ports(int first, int last) {
            return with(fields.with("port_range_min", first).with("port_range_max", last));
        }

        public Wish remoteCidr(String range) {
            return with(fields.with("remote_ip_prefix", range));
        }

        public Wish remoteGroup(String id) {
            return with(fields.with("remote_group_id", id));
        }
    }

    public String groupId() {
        return text("security_group_id");
    }

    public String direction() {
        return text("direction");
    }

    public String etherType() {
        return text("ethertype");
    }

    /** Empty for any. */
    public String protocol() {
        return text("protocol");
    }

    public String remoteCidr() {
        return text("remote_ip_prefix");
    }

    public String remoteGroupId() {
        return text("remote_group_id");
    }

    public Optional<Integer> firstPort() {
        return Optional.of(json.path("port_range_min")).filter(JsonNode::isInt).map(JsonNode::asInt);
    }

    public Optional<Integer> lastPort() {
        return Optional.of(json.path("port_range_max")).filter(JsonNode::isInt).map(JsonNode::asInt);
    }
}
