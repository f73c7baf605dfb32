package dev.allmende.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.OpenStackException.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final StubCloud stub = new StubCloud()
            .serves("image", "/glance/v2")
            .serves("load-balancer", "/octavia/v2")
            .serves("dns", "/dns/v2")
            .serves("network", "/v2.0");

    @AfterEach
    void stop() {
        stub.close();
    }

    private List<String> bodies(ServiceType type, Call first, String collection) {
        try (var cloud = stub.open()) {
            return cloud.service(type).pages(first, collection).stream()
                    .map(Answer::text)
                    .toList();
        }
    }

    @Test
    void followsGlancesNextWhichIsAPathFromItsOwnRoot() {
        stub.on(
                        "GET /glance/v2/images?limit=1",
                        200,
                        "{\"images\": [{\"id\": \"a\"}], \"next\": \"/v2/images?limit=1&marker=a\"}")
                .on("GET /glance/v2/images?limit=1&marker=a", 200, "{\"images\": [{\"id\": \"b\"}]}");
        assertThat(bodies(ServiceType.IMAGE, Call.get("/images").with("limit", "1"), "images"))
                .hasSize(2);
    }

    @Test
    void followsLinksWithRelNext() {
        stub.on("GET /octavia/v2/lbaas/loadbalancers", 200, """
                        {"loadbalancers": [{"id": "a", "vip": {"id": "no"}}], "loadbalancers_links": [
                          {"rel": "previous", "href": "http://inner:9876/v2/lbaas/loadbalancers?page_reverse=True"},
                          {"rel": "next", "href": "http://inner:9876/v2/lbaas/loadbalancers?marker=a"}]}""")
                .on(
                        "GET /octavia/v2/lbaas/loadbalancers?marker=a",
                        200,
                        "{\"loadbalancers\": [], \"loadbalancers_links\": []}");
        assertThat(bodies(ServiceType.LOAD_BALANCER, Call.get("/lbaas/loadbalancers"), "loadbalancers"))
                .hasSize(2);
    }

    @Test
    void followsALinksObject() {
        stub.on(
                        "GET /dns/v2/zones",
                        200,
                        "{\"zones\": [], \"links\": {\"self\": \"x\", \"next\": \"" + stub.url()
                                + "/dns/v2/zones?marker=a\"}}")
                .on("GET /dns/v2/zones?marker=a", 200, "{\"links\": {\"next\": null}, \"zones\": []}");
        assertThat(bodies(ServiceType.DNS, Call.get("/zones"), "zones")).hasSize(2);
    }

    @Test
    void asksByMarkerWhenAFullPageHasNoLink() {
        stub.on(
                        "GET /v2.0/networks?limit=2",
                        200,
                        "{\"networks\": [{\"id\": \"a\"}, {\"name\": \"n\", \"id\": \"b\"}]}")
                .on("GET /v2.0/networks?limit=2&marker=b", 200, "{\"networks\": [{\"id\": \"c\"}]}");
        assertThat(bodies(ServiceType.NETWORK, Call.get("/networks").with("limit", "2"), "networks"))
                .hasSize(2);
    }

    @Test
    void takesOnePageFromAServiceThatHeedsNoLimit() {
        stub.on("GET /v2.0/networks?limit=1", 200, "{\"networks\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}");
        assertThat(bodies(ServiceType.NETWORK, Call.get("/networks").with("limit", "1"), "networks"))
                .hasSize(1);
    }

    @Test
    void breaksOutOfACircleOfLinks() {
        stub.on("GET /glance/v2/images", 200, "{\"images\": [], \"next\": \"/v2/images?marker=a\"}")
                .on("GET /glance/v2/images?marker=a", 200, "{\"images\": [], \"next\": \"/v2/images?marker=a\"}");
        assertThatThrownBy(() -> bodies(ServiceType.IMAGE, Call.get("/images"), "images"))
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GARBLED))
                .hasMessageContaining("run in a circle");
    }

    @Test
    void breaksOutOfACircleOfMarkers() {
        stub.on("GET /v2.0/networks", 200, "{\"networks\": [{\"id\": \"a\"}]}");
        assertThatThrownBy(
                        () -> bodies(ServiceType.NETWORK, Call.get("/networks").with("limit", "1"), "networks"))
                .hasMessageContaining("run in a circle");
    }

    @Test
    void saysWhenAPageIsNoJson() {
        stub.on("GET /v2.0/networks", 200, "<html>welcome</html>");
        assertThatThrownBy(() -> bodies(ServiceType.NETWORK, Call.get("/networks"), "networks"))
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GARBLED))
                .hasMessageContainingAll("cloud 'stub'", "/v2.0/networks", "not valid JSON");
    }
}
