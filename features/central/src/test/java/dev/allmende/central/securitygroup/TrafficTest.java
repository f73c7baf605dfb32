package dev.allmende.central.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.network.Direction;
import dev.allmende.api.network.EtherType;
import dev.allmende.api.network.SecurityRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static Traffic of(
            @Nullable EtherType type,
            @Nullable String protocol,
            @Nullable Integer first,
            @Nullable Integer last,
            @Nullable String range) {
        return Traffic.of(new SecurityRule(Direction.INGRESS, type, protocol, first, last, range, null, null), "");
    }

    @Test
    void isTheSameHoweverItIsWritten() {
        assertThat(of(null, "tcp", 1, 65_535, null)).isEqualTo(of(null, "6", null, null, "0.0.0.0/0"));
        assertThat(of(null, "tcp", 22, null, null)).isEqualTo(of(null, "tcp", 22, 22, null));
        assertThat(of(null, null, null, null, "10.0.0.5/24")).isEqualTo(of(null, null, null, null, "10.0.0.0/24"));
        assertThat(of(null, null, null, null, "FD00::/8"))
                .isEqualTo(of(EtherType.IPV6, null, null, null, "fd00:0::/8"));
        assertThat(of(EtherType.IPV6, "icmp", null, null, null))
                .isEqualTo(of(EtherType.IPV6, "ipv6-icmp", null, null, null));
    }

    @Test
    void isAnotherWhenItLetsOthersThrough() {
        assertThat(of(null, "tcp", 22, 22, null)).isNotEqualTo(of(null, "udp", 22, 22, null));
        assertThat(of(null, "icmp", 8, null, null)).isNotEqualTo(of(null, "icmp", 8, 8, null));
        assertThat(of(null, null, null, null, "10.0.0.0/24")).isNotEqualTo(of(null, null, null, null, "10.0.0.0/25"));
        assertThat(of(EtherType.IPV4, null, null, null, null)).isNotEqualTo(of(EtherType.IPV6, null, null, null, null));
    }

    @Test
    void tellsWhatItLetsThrough() {
        assertThat(of(null, "tcp", 80, 81, "10.0.0.0/8")).hasToString("ingress IPv4 protocol 6 80-81 from 10.0.0.0/8");
    }
}
