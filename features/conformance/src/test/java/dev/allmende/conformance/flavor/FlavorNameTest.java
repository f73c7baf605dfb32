package dev.allmende.conformance.flavor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlavorNameTest {

    static FlavorName parsed(String name) {
        return switch (FlavorNames.parse(name)) {
            case Parse.Parsed parsed -> parsed.name();
            case Parse.Invalid invalid -> throw new AssertionError(name + ": " + invalid);
        };
    }

    static Parse.Invalid invalid(String name) {
        return switch (FlavorNames.parse(name)) {
            case Parse.Parsed parsed -> throw new AssertionError(name + " was read as " + parsed);
            case Parse.Invalid invalid -> invalid;
        };
    }

    @Test
    void readsEveryPart() {
        assertThat(parsed("SCS-12Ti-3.5uo-2x50p_bms_hwv_z3hh_GNa-14h-6hh_ib"))
                .isEqualTo(new FlavorName(
                        new Cpu(12, Cpu.Type.DEDICATED_THREAD, true),
                        new Ram(7, true, true),
                        Optional.of(new Disk(2, OptionalInt.of(50), Optional.of(Disk.Type.NVME))),
                        Optional.of(Hypervisor.BARE_METAL),
                        true,
                        Optional.of(new Architecture(Architecture.Vendor.AMD, 3, 2)),
                        Optional.of(new Gpu(true, Gpu.Vendor.NVIDIA, "a", OptionalInt.of(14), 1, OptionalInt.of(6), 2)),
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "SCS-3V-6, SCS-3V-6, SCS-3V-6, SCS-3V:6",
        "SCS-007V-06.50, SCS-7V-6.5, SCS-7V-6.5, SCS-7V:6.5",
        "SCS-3V:6:40s-xen-a0h, SCS-3V-6-40s_xen_ah, SCS-3V-6-40s_a, SCS-3V:6:40s-xen-ah",
        "SCS-3V-6-1x40, SCS-3V-6-40, SCS-3V-6-40, SCS-3V:6:40",
        "SCS-6C-12_gA2.1h-12h, SCS-6C-12_gA2.1h-12h, SCS-6C-12_gA2.1, SCS-6C:12-gA2.1h:12h",
        "SCS-6C-12_rh_GIh_ib, SCS-6C-12_rh_GIh_ib, SCS-6C-12_r_GI_ib, SCS-6C:12-rh-GIh-ib",
    })
    void writesTheCanonicalTheShortAndTheOldForm(String name, String canonical, String shortened, String v1) {
        assertThat(parsed(name).canonical()).isEqualTo(canonical);
        assertThat(parsed(name).shortened().canonical()).isEqualTo(shortened);
        assertThat(parsed(name).v1()).isEqualTo(v1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCS-3T-6_GNl_ib", "SCS-3T-6_gA_ib", "SCS-3T:6-GI0.95-ib"})
    void takesAnExtensionAfterAGpuWithoutUnitsUnlessReadAsUpstream(String name) {
        parsed(name);
        assertThat(FlavorNames.parse(name, Dialect.UPSTREAM)).isInstanceOf(Parse.Invalid.class);
    }

    @Test
    void takesXWithoutANumberOnlyAsUpstream() {
        assertThat(invalid("SCS-3T-6-x10").suggestion()).contains("SCS-3T-6-10");
        assertThat(FlavorNames.parse("SCS-3T-6-x10", Dialect.UPSTREAM)).isInstanceOf(Parse.Parsed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SCS-3v-6, 5, v, SCS-3V-6",
        "SCS-3iT-6, 5, iT, SCS-3Ti-6",
        "SCS-3T-6ou, 8, ou, SCS-3T-6uo",
        "SCS-3T-6.75, 7, 6.75, SCS-3T-6.5",
        "SCS-3T-6-0, 8, -0, SCS-3T-6",
        "SCS-3T-6-2.5n, 9, 2.5, SCS-3T-6-2n",
        "SCS-3T-6-20S, 11, S, SCS-3T-6-20s",
        "SCS-3T-6-20_hwv_kvm, 16, kvm, SCS-3T-6-20_kvm_hwv",
        "SCS-3T-6_ib_z2, 12, z2, SCS-3T-6_z2_ib",
        "SCS-3T-6_KVM, 9, KVM, SCS-3T-6_kvm",
        "SCS-3T-6_z2hhhh, 11, hhhh, SCS-3T-6_z2hhh",
        "SCS-3T-6_GNa-5hhh, 14, hhh, SCS-3T-6_GNa-5hh",
        "SCS-3T:6-chy, 9, chy, SCS-3T-6_chy",
        "SCS-3T-6:20, 8, :, SCS-3T-6-20",
        "SCS-3T:6_kvm, 8, _, SCS-3T-6_kvm",
        "scs-3T-6, 0, scs-, SCS-3T-6",
    })
    void marksThePlaceAndSuggestsTheRightName(String name, int position, String found, String suggestion) {
        var invalid = invalid(name);
        assertThat(invalid.problems()).hasSize(1);
        assertThat(invalid.problems().getFirst().position()).isEqualTo(position);
        assertThat(invalid.problems().getFirst().found()).isEqualTo(found);
        assertThat(invalid.suggestion()).contains(suggestion);
        parsed(suggestion);
    }

    @Test
    void findsAllProblemsOfAName() {
        var problems = invalid("SCS-0Q-3.3-1.5k_foo_i9_GXz_ib_ib").problems();
        assertThat(problems).extracting(Problem::position).isSorted();
        assertThat(problems)
                .extracting(Problem::found)
                .containsExactly("0", "Q", "3.3", "1.5", "k", "foo", "9", "GXz", "ib");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SCS-",
                "SCS-3",
                "SCS-3V",
                "SCS-V-6",
                "SCS-3V-",
                "SCS-3V-.",
                "SCS-3V-6.5.0",
                "SCS-3V-0",
                "SCS-3V-6-0x9",
                "SCS-3V-6_",
                "SCS-3V-6__ib",
                "SCS-3V-6_i7",
                "SCS-3V-6_r1",
                "SCS-3V-6_GN-0",
                "SCS-3V-6_GN-8-",
                "SCS-3V-6_GA0.6",
                "SCS-3V-6_xyz",
                "SCS-3V-6-9-9",
                "SCS-3V-6 ",
                "SCS-3V-6\n",
                "SCS-1234567890V-6",
                "",
                "S"
            })
    void hasNoSuggestionWhereNobodyCanKnow(String name) {
        assertThat(invalid(name).suggestion()).isEmpty();
    }

    @Test
    void saysTheSameInExtraSpecs() {
        assertThat(parsed("SCS-3L-6-2x40n_ib").extraSpecs())
                .isEqualTo(Map.of(
                        "scs:cpu-type", "crowded-core",
                        "scs:disk0-type", "network",
                        "scs:disk1-type", "network",
                        "scs:name-v1", "SCS-3L:6:2x40n-ib",
                        "scs:name-v2", "SCS-3L-6-2x40n_ib"));
        assertThat(parsed("SCS-3L-6-40").extraSpecs()).doesNotContainKey("scs:disk0-type");
    }

    @Test
    void neverReadsVideoMemoryAsUnits() {
        assertThat(parsed("SCS-3L-6_GNah-8").shortened().canonical()).isEqualTo("SCS-3L-6_GNa");
        assertThat(parsed("SCS-3L-6_GNa-8").gpu().orElseThrow().units()).hasValue(8);
    }

    @Test
    void aProblemReadsAsOneLine() {
        assertThat(invalid("SCS-3T-6ou").problems().stream().map(Problem::text))
                .isEqualTo(List.of("at character 9, memory: found 'ou', wanted 'u' (no ECC) before 'o' (oversubscribed)"
                        + " (write 'uo')"));
    }
}
