package dev.allmende.central.flavor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.compute.Flavor;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.resource.Filter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How flavors behave, whichever API their objects are in. */
abstract class FlavorBehaviour extends Grounded {

    @Test
    void aFlavorIsFoundByItsNameAndShowsWhatItHas() {
        ground.create(ground.object(
                "compute",
                "Flavor",
                "small",
                spec -> spec.put("import", Map.of("filter", Map.of("name", "SCS-1V-2")))));

        var flavor = ground.await(Flavor.class, "small", Ground::isReady);

        assertThat(flavor.getSpec().managementPolicy()).isEqualTo(ManagementPolicy.OBSERVE);
        var seen = Ground.observed(flavor);
        assertThat(seen.name()).isEqualTo("SCS-1V-2");
        assertThat(seen.vcpus()).isEqualTo(1);
        assertThat(seen.ram()).isEqualTo(2048);
        assertThat(seen.disk()).isZero();
        assertThat(seen.isPublic()).isTrue();
        assertThat(seen.extraSpecs()).containsEntry("scs:cpu-type", "shared-core");
    }

    @Test
    void aFlavorOutlivesItsObject() {
        var some = new Computing(ground.cloud()).flavors().list(Filter.ALL).getFirst();
        ground.create(ground.object("compute", "Flavor", "some", spec -> spec.put("import", Map.of("id", some.id()))));
        var flavor = ground.await(Flavor.class, "some", Ground::isReady);
        assertThat(Ground.id(flavor)).isEqualTo(some.id());

        ground.delete(Flavor.class, "some");

        ground.awaitGone(Flavor.class, "some");
        assertThat(new Computing(ground.cloud()).flavors().find(some.id())).isPresent();
    }

    @Test
    void aFlavorCannotBeMadeHere() {
        var made = ground.object("compute", "Flavor", "own", spec -> {
            spec.put("managementPolicy", "Managed");
            spec.put("import", Map.of("id", "1"));
        });
        assertThatThrownBy(() -> ground.create(made))
                .hasMessageContaining("spec.managementPolicy")
                .hasMessageContaining("must be Observe");

        var nothing = ground.object("compute", "Flavor", "nothing", spec -> {});
        assertThatThrownBy(() -> ground.create(nothing)).hasMessageContaining("Observe needs import");
    }
}
