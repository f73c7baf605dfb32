package dev.allmende.devcloud.loadbalancer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.world.Json;
import java.util.Set;

/** The kinds of things in a load balancer's tree, with the fields that Octavia (Zed) shows of a new one. */
enum Part {
    LISTENER("listeners", "listener", "Listener", Set.of("protocol", "protocol_port"), """
            {"name":"","description":"","operating_status":"OFFLINE","admin_state_up":true,"protocol":"",
            "protocol_port":0,"connection_limit":-1,"default_tls_container_ref":null,"sni_container_refs":[],
            "default_pool_id":null,"l7policies":[],"insert_headers":{},"loadbalancers":[],
            "timeout_client_data":50000,"timeout_member_connect":5000,"timeout_member_data":50000,
            "timeout_tcp_inspect":0,"tags":[],"client_ca_tls_container_ref":null,"client_authentication":"NONE",
            "client_crl_container_ref":null,"allowed_cidrs":null,"tls_ciphers":null,"tls_versions":null,
            "alpn_protocols":null}"""),
    POOL("pools", "pool", "Pool", Set.of("protocol", "lb_algorithm"), """
            {"name":"","description":"","operating_status":"OFFLINE","admin_state_up":true,"protocol":"",
            "lb_algorithm":"","session_persistence":null,"loadbalancers":[],"listeners":[],"members":[],"tags":[],
            "tls_container_ref":null,"ca_tls_container_ref":null,"crl_container_ref":null,"tls_enabled":false,
            "tls_ciphers":null,"tls_versions":null,"alpn_protocols":null}"""),
    MEMBER("members", "member", "Member", Set.of("address", "protocol_port"), """
            {"name":"","operating_status":"NO_MONITOR","admin_state_up":true,"address":"","protocol_port":0,
            "weight":1,"backup":false,"subnet_id":null,"monitor_address":null,"monitor_port":null,"tags":[]}"""),
    MONITOR(
            "healthmonitors",
            "healthmonitor",
            "Health Monitor",
            Set.of("pool_id", "type", "delay", "timeout", "max_retries"),
            """
            {"name":"","type":"","delay":0,"timeout":0,"max_retries":0,"max_retries_down":3,"http_method":"GET",
            "url_path":"/","expected_codes":"200","admin_state_up":true,"pools":[],"operating_status":"OFFLINE",
            "tags":[],"http_version":null,"domain_name":null}"""),
    POLICY("l7policies", "l7policy", "L7 Policy", Set.of("listener_id", "action"), """
            {"name":"","description":"","operating_status":"OFFLINE","admin_state_up":true,"action":"",
            "listener_id":"","redirect_pool_id":null,"redirect_url":null,"redirect_prefix":null,"position":1,
            "rules":[],"tags":[],"redirect_http_code":null}"""),
    RULE("rules", "rule", "L7 Rule", Set.of("type", "compare_type", "value"), """
            {"type":"","compare_type":"","key":null,"value":"","invert":false,"operating_status":"OFFLINE",
            "admin_state_up":true,"tags":[]}""");

    final String many;
    final String one;
    final String word;
    final Set<String> required;
    private final String fields;

    Part(String many, String one, String word, Set<String> required, String fields) {
        this.many = many;
        this.one = one;
        this.word = word;
        this.required = required;
        this.fields = fields;
    }

    ObjectNode empty() {
        return parse(fields);
    }

    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part's fields are no JSON", e);
        }
    }
}
