package dev.allmende.central.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.openstack.network.FixedIp;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortAddressesTest {

    private static final String MAC = "fa:16:3e:59:ab:d1";
    private static final FixedIp FIRST = new FixedIp("s", "10.0.0.5");
    private static final FixedIp SECOND = new FixedIp("s", "10.0.0.6");

    private static boolean isSame(List<FixedIp> want, FixedIp... have) {
        return new PortAddresses(want, List.of(have), MAC).isSame();
    }

    @Test
    void anyAddressOfTheSubnetWillDoButNoSecondOne() {
        assertThat(isSame(List.of(FixedIp.in("s")), FIRST)).isTrue();
        assertThat(isSame(List.of(FixedIp.in("s")), FIRST, SECOND)).isFalse();
        assertThat(isSame(List.of(FixedIp.in("t")), FIRST)).isFalse();
    }

    @Test
    void whoTakesAnyLeavesTheOneThatAnotherInsistsOn() {
        assertThat(isSame(List.of(FixedIp.in("s"), new FixedIp("", "10.0.0.5")), FIRST, SECOND))
                .isTrue();
    }

    @Test
    void anAddressMadeOfTheHardwareAddressIsNeverTooMuch() {
        var automatic = new FixedIp("six", "fd00:66::f816:3eff:fe59:abd1");
        assertThat(isSame(List.of(FIRST), FIRST, automatic)).isTrue();
        assertThat(isSame(List.of(FIRST), FIRST, new FixedIp("six", "fd00:66::1")))
                .isFalse();
        assertThat(isSame(List.of(new FixedIp("six", "")), automatic)).isTrue();
    }
}
