package dev.allmende.status.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "::127.0.0.1"
            })
    void whatIsNotPublicIsOutOfReach(String literal) throws Exception {
        assertThat(Networks.PUBLIC.has(address(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "172.32.0.1", "100.128.0.1", "2620:fe::fe", "2a01:4f8::1"})
    void whatIsPublicIsInReach(String literal) throws Exception {
        assertThat(Networks.PUBLIC.has(address(literal))).isTrue();
    }

    @Test
    void theOperatorAllowsRanges() throws Exception {
        var reach = Networks.and("10.1.0.0/16, fd00::/8");
        assertThat(reach.has(address("10.1.255.1"))).isTrue();
        assertThat(reach.has(address("10.2.0.1"))).isFalse();
        assertThat(reach.has(address("fd12::1"))).isTrue();
        assertThatThrownBy(() -> Networks.and("localhost/8")).hasMessageContaining("no range of addresses");
    }

    @Test
    void aReceiverOutOfReachIsNotAsked() throws Exception {
        try (var receiver = new Receiver()) {
            var poster = new Poster(Networks.PUBLIC, InstantSource.system());
            for (var host : new String[] {"127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433"}) {
                var uri = URI.create(receiver.address().replace("127.0.0.1", host) + "/");
                assertThatThrownBy(() -> poster.send("POST", uri, Map.of(), new byte[0]))
                        .isInstanceOf(java.io.IOException.class);
            }
            assertThat(receiver.requests()).isEmpty();
            var allowed = new Poster(Networks.and("127.0.0.0/8"), InstantSource.system());
            assertThat(allowed.send("POST", URI.create(receiver.address() + "/"), Map.of(), new byte[0]))
                    .isEqualTo(200);
        }
    }
}
