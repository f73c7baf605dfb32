package dev.allmende.central.dnszone;

import static dev.allmende.central.Ground.id;
import static dev.allmende.central.Ground.observed;
import static dev.allmende.central.Ground.ready;
import static dev.allmende.central.Ground.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.dns.DNSRecordSet;
import dev.allmende.api.dns.DNSZone;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.dns.Naming;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How zones and their record sets behave, whichever API their objects are in, and whichever cloud they are in. */
abstract class NamesBehaviour extends Grounded {

    private Naming naming;

    @BeforeAll
    void start() {
        naming = new Naming(ground.cloud());
    }

    /** One that no other run has. */
    private String domain(String name) {
        return name + "." + ground.tenant() + ".example.";
    }

    private GenericKubernetesResource zone(String name, Consumer<Map<String, Object>> more) {
        return ground.object("dns", "DNSZone", name, spec -> {
            spec.put("zone", domain(name));
            spec.put("email", "hostmaster@example.org");
            more.accept(spec);
        });
    }

    private GenericKubernetesResource set(String name, String zone, List<String> records) {
        return ground.object("dns", "DNSRecordSet", name, spec -> {
            spec.put("zoneRef", Ground.reference(zone));
            spec.put("record", "www." + domain(zone));
            spec.put("type", "A");
            spec.put("records", records);
        });
    }

    @Test
    void aRecordSetWaitsForItsZoneAndFollowsItsSpec() {
        ground.create(set("early", "shop", List.of("198.51.100.1")));
        var waiting =
                ground.await(DNSRecordSet.class, "early", seen -> reason(seen).equals("WaitingFor"));
        assertThat(ready(waiting).message()).isEqualTo("DNSZone shop is not there");

        ground.create(zone("shop", spec -> {
            spec.put("ttl", 600);
            spec.put("deletionPolicy", "Delete");
        }));

        var zone = ground.await(DNSZone.class, "shop", Ground::isReady);
        var set = ground.await(DNSRecordSet.class, "early", Ground::isReady);
        assertThat(observed(zone).name()).isEqualTo(domain("shop"));
        assertThat(observed(zone).ttl()).isEqualTo(600);
        assertThat(observed(set).records()).containsExactly("198.51.100.1");

        ground.patch(
                DNSRecordSet.class, "early", "{\"spec\":{\"ttl\":60,\"records\":[\"198.51.100.2\",\"198.51.100.3\"]}}");
        ground.settled(DNSRecordSet.class, "early", 2);
        var made = naming.recordSets(id(zone)).find(id(set)).orElseThrow();
        assertThat(made.records()).containsExactlyInAnyOrder("198.51.100.2", "198.51.100.3");
        assertThat(made.ttl()).hasValue(60);

        ground.patch(DNSRecordSet.class, "early", "{\"spec\":{\"ttl\":null}}");
        ground.settled(DNSRecordSet.class, "early", 3);
        assertThat(naming.recordSets(id(zone)).find(id(set)).orElseThrow().ttl())
                .isEqualTo(Optional.empty());

        ground.change(DNSZone.class, "shop", "email", "dns@example.org");
        ground.settled(DNSZone.class, "shop", 2);
        assertThat(naming.zones().find(id(zone)).orElseThrow().email()).isEqualTo("dns@example.org");

        ground.delete(DNSZone.class, "shop");
        var held = ground.await(DNSZone.class, "shop", seen -> reason(seen).equals("Deleting"));
        assertThat(ready(held).message()).isEqualTo("still used by DNSRecordSet early");
        ground.delete(DNSRecordSet.class, "early");
        ground.awaitGone(DNSRecordSet.class, "early");
        ground.awaitGone(DNSZone.class, "shop");
        assertThat(naming.zones().find(id(zone))).isEmpty();
    }

    @Test
    void aZoneIsProtectedWhenNothingIsSaid() {
        ground.create(zone("precious", spec -> {}));
        var zone = ground.await(DNSZone.class, "precious", Ground::isReady);

        ground.delete(DNSZone.class, "precious");
        var kept = ground.await(DNSZone.class, "precious", seen -> reason(seen).equals("Deleting"));
        assertThat(ready(kept).message()).startsWith("protected: set spec.deletionPolicy");
        assertThat(naming.zones().find(id(zone))).isPresent();

        ground.change(DNSZone.class, "precious", "deletionPolicy", "Delete");
        ground.awaitGone(DNSZone.class, "precious");
    }

    @Test
    void whatIsMissingOrCannotChangeIsRefusedWithTheFieldNamed() {
        assertThatThrownBy(() -> ground.create(ground.object("dns", "DNSZone", "bare", spec -> {})))
                .hasMessageContaining("zone and email are needed");
        assertThatThrownBy(() -> ground.create(zone("dotless", spec -> spec.put("zone", "example.org"))))
                .hasMessageContaining("spec.zone");
        ground.create(set("fixed", "nowhere", List.of("198.51.100.1")));
        assertThatThrownBy(() -> ground.change(DNSRecordSet.class, "fixed", "type", "AAAA"))
                .hasMessageContaining("spec.type")
                .hasMessageContaining("make it anew");
    }
}
