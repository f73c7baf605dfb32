package dev.allmende.openstack.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.6, 10.0.0.6/32",
        "10.0.0.5/24, 10.0.0.0/24",
        "FD00::/8, fd00::/8",
        "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
        "::/0, 0:0::0/0",
        "eth0, eth0"
    })
    void areTheSameHoweverTheyAreWritten(String one, String other) {
        assertThat(Addresses.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.6, 10.0.0.7", "10.0.0.0/24, 10.0.0.0/25", "0.0.0.0/0, ::/0", "eth0, eth1"})
    void areDifferentWhenTheyMeanDifferentOnes(String one, String other) {
        assertThat(Addresses.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.6, 10.0.0.0/24, true",
        "10.0.1.6, 10.0.0.0/24, false",
        "FD00::6, fd00::/64, true",
        "10.0.0.6, ::/0, false",
        "10.0.0.6, 10.0.0.6, false",
        "eth0, 10.0.0.0/24, false"
    })
    void areInARangeWhenTheyBeginAsItDoes(String address, String range, boolean isWithin) {
        assertThat(Addresses.isWithin(address, range)).isEqualTo(isWithin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "10.1", "10.0.0.256", "10.0.0.1/33", "fe80::1::2", "12"})
    void areNoneWhenTheyCannotBe(String text) {
        assertThat(Addresses.canonical(text)).isEmpty();
    }
}
