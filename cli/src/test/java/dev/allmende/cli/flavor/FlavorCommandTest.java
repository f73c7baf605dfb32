package dev.allmende.cli.flavor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;

class FlavorCommandTest {

    @TempDir
    private Path folder = Path.of("");

    /** What a command line gave. */
    private record Ran(int exit, String out, String err) {}

    private static Ran run(String... args) {
        return run("", Ansi.OFF, args);
    }

    private static Ran run(String in, Ansi ansi, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = new CommandLine(new FlavorCommand(), new Wiring(in))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
        return new Ran(exit, out.toString(), err.toString());
    }

    private record Wiring(String in) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == CheckNamesCommand.class) {
                var input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
                return type.cast(new CheckNamesCommand(input, cloud -> List.of("SCS-1V-4", "SCS-1X-4", cloud)));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    @Test
    void explainsEveryPartInWords() {
        var ran = run("explain", "SCS-4Vi-15.5u-2x50n_bms_hwv_z3h_GNa-14-6h_ib");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEqualToNormalizingNewlines("""
                SCS-4Vi-15.5u-2x50n_bms_hwv_z3h_GNa-14-6h_ib
                  4Vi        CPU                      4 shared vCPUs: oversubscribed, at least 20 % of a core in more than 99 % of the time; insecure: microcode or mitigations may be missing
                  15.5u      memory                   15.5 GiB of memory (no ECC)
                  2x50n      disk                     2 disks of 50 GB each on network storage
                  bms        hypervisor               bare metal, no hypervisor
                  hwv        hardware virtualization  instances can run virtual machines with hardware support
                  z3h        CPU architecture         AMD x86-64, Zen 3, more than 2.75 GHz on all cores; images of architecture x86_64
                  GNa-14-6h  GPU                      a whole GPU (pass-through), Nvidia Ampere, 14 streaming multiprocessors, 6 GiB of video memory, high memory bandwidth
                  ib         InfiniBand               InfiniBand network
                  An instance has 4 shared vCPUs (insecure), 15.5 GiB of memory (no ECC), 2 disks of 50 GB each on network storage, bare metal, nested virtualization, an AMD x86-64 CPU (Zen 3) with more than 2.75 GHz, a whole GPU (pass-through), Nvidia Ampere (14 streaming multiprocessors, 6 GiB of video memory, high memory bandwidth) and InfiniBand.
                  Offer it as SCS-4Vi-15.5u-2x50n_GNa-14-6_ib too: few users choose by the rest.
                """);
    }

    @Test
    void putsACaretUnderEachMistake() {
        var ran = run("explain", "SCS-2iT-4-1.5N_foo", "SCS-3V");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEqualToNormalizingNewlines("""
                bad   SCS-2iT-4-1.5N_foo
                           ^^             CPU: wanted 'i' after the type of CPU (write Ti)
                                ^^^       disk: wanted a size in whole GB (write 1)
                                   ^      disk: wanted n (network), h (local HDD), s (local SSD) or p (local NVMe) (write n)
                                     ^^^  extension: wanted a hypervisor (kvm, chy, xen, vmw, hyv, bms), hwv, an architecture (i, z, a or r, as in z3h), a GPU (as in GNa-14), ib

                bad   SCS-3V
                            ^  memory: missing: '-' and the memory in GiB, as in 'SCS-1V-4'
                """);
    }

    @Test
    void checksNamesAndCountsThem() {
        var ran = run("check", "SCS-1V-4", "SCS-1V:4", "m1.small", "SCS-2C-4ou");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEqualToNormalizingNewlines("""
                ok    SCS-1V-4
                old   SCS-1V:4  (v1, tolerated; write SCS-1V-4)
                -     m1.small  (no SCS name: not judged)
                bad   SCS-2C-4ou
                              ^^  memory: wanted 'u' (no ECC) before 'o' (oversubscribed) (write uo)
                      did you mean SCS-2C-4uo?
                """);
        assertThat(ran.err()).isEqualToIgnoringNewLines("4 names: 1 valid, 1 of v1, 1 not valid, 1 not SCS");
    }

    @Test
    void checksStandardInputFilesAndClouds() throws IOException {
        var names = Files.writeString(folder.resolve("names"), "# ours\nSCS-1V-4\n\nSCS-1L-1\r\n");
        assertThat(run("SCS-1Q-1\n", Ansi.OFF, "check").exit()).isEqualTo(1);
        assertThat(run("SCS-1V-4\n", Ansi.OFF, "check", "--file", "-").err()).startsWith("1 name: 1 valid");
        assertThat(run("check", "--file", names.toString()))
                .isEqualTo(new Ran(
                        0,
                        "ok    SCS-1V-4%nok    SCS-1L-1%n".formatted(),
                        "2 names: 2 valid, 0 of v1, 0 not valid, 0 not SCS%n".formatted()));
        var cloud = run("check", "--cloud", "SCS-9Z", "-q");
        assertThat(cloud.exit()).isEqualTo(1);
        assertThat(cloud.out()).contains("SCS-1X-4", "SCS-9Z").doesNotContain("SCS-1V-4\n");
        assertThat(cloud.err()).isEmpty();
    }

    @Test
    void readsNamesAsUpstreamWhenAsked() {
        assertThat(run("check", "SCS-2C-4_GNa_ib").exit()).isZero();
        assertThat(run("check", "--mode", "upstream", "SCS-2C-4_GNa_ib").exit()).isEqualTo(1);
    }

    @Test
    void aNameCannotSteerTheTerminal() {
        var out = run("check", "SCS-1V-4\u001b[31m", "x\u001b[2J").out();
        assertThat(out).doesNotContain("\u001b").contains("SCS-1V-4\u00b7[31m");
    }

    @Test
    void coloursOnlyWhereTheyCanBeSeen() {
        assertThat(run("", Ansi.ON, "check", "SCS-1Q-4").out()).contains("\u001b[");
        assertThat(run("", Ansi.OFF, "check", "SCS-1Q-4").out()).doesNotContain("\u001b[");
    }

    @Test
    void buildsANameWithAllThatFollowsFromIt() {
        var ran = run(
                "build",
                "--cpus",
                "4",
                "--cpu-type",
                "dedicated-thread",
                "--ram",
                "16",
                "--disk",
                "100",
                "--disks",
                "2",
                "--disk-type",
                "ssd",
                "--arch",
                "amd",
                "--generation",
                "4",
                "--ib");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEqualToNormalizingNewlines("""
                name         SCS-4T-16-2x100s_z4_ib
                short name   SCS-4T-16-2x100s_ib
                v1 name      SCS-4T:16:2x100s-z4-ib
                extra specs  scs:cpu-type=dedicated-thread
                             scs:disk0-type=ssd
                             scs:disk1-type=ssd
                             scs:name-v1=SCS-4T:16:2x100s-z4-ib
                             scs:name-v2=SCS-4T-16-2x100s_z4_ib

                openstack flavor create --vcpus 4 --ram 16384 --disk 100 --ephemeral 100 --property scs:cpu-type=dedicated-thread --property scs:disk0-type=ssd --property scs:disk1-type=ssd --property scs:name-v1=SCS-4T:16:2x100s-z4-ib --property scs:name-v2=SCS-4T-16-2x100s_z4_ib SCS-4T-16-2x100s_z4_ib
                """);
    }

    @Test
    void buildsEveryOptionalPart() {
        assertThat(run(
                                "build",
                                "--cpus",
                                "1",
                                "--cpu-type",
                                "L",
                                "--insecure",
                                "--ram",
                                "0.5",
                                "--no-ecc",
                                "--ram-oversubscribed",
                                "--disk",
                                "auto",
                                "--hypervisor",
                                "bare-metal",
                                "--hwv",
                                "--arch",
                                "r",
                                "--frequency",
                                "2",
                                "--gpu",
                                "nvidia",
                                "--vgpu",
                                "--gpu-generation",
                                "l",
                                "--gpu-units",
                                "58",
                                "--gpu-clock",
                                "1",
                                "--gpu-vram",
                                "24",
                                "--gpu-bandwidth",
                                "2")
                        .out())
                .startsWith("name         SCS-1Li-0.5uo-_bms_hwv_rhh_gNl-58h-24hh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build",
                "build --cpus 0 --ram 1",
                "build --cpus 1 --ram 1.25",
                "build --cpus 1 --ram x",
                "build --cpus 1 --ram 1 --disk-type ssd",
                "build --cpus 1 --ram 1 --disk 1.5",
                "build --cpus 1 --ram 1 --disk 0",
                "build --cpus 1 --ram 1 --cpu-type Q",
                "build --cpus 1 --ram 1 --arch intel --generation 9",
                "build --cpus 1 --ram 1 --generation 2",
                "build --cpus 1 --ram 1 --gpu amd --gpu-generation 9",
                "build --cpus 1 --ram 1 --gpu amd --gpu-vram 4",
                "build --cpus 1 --ram 1 --gpu-vram 4",
                "explain",
                "check --file no/such/file",
                "check --cloud a --file b",
                "check --mode lax SCS-1V-1",
                "list -o xml",
                "list --level optional",
            })
    void aWrongCommandLineIsAUsageError(String line) {
        var ran = run(line.split(" "));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(64);
        assertThat(ran.err()).isNotEmpty().doesNotContain("Exception");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void saysWhichWordsAChoiceKnows() {
        assertThat(run("build", "--cpus", "1", "--ram", "1", "--cpu-type", "Q").err())
                .contains("'Q' is none of L (crowded-core), V (shared-core), T (dedicated-thread), C (dedicated-core)");
    }

    @Test
    void listsTheStandardFlavors() {
        var lines = run("list", "--level", "mandatory").out().lines().toList();
        assertThat(lines).hasSize(1 + 15);
        assertThat(lines.get(14)).matches("SCS-2V-4-20s +mandatory +2 +4096 +20 +shared-core +ssd +SCS-2V:4:20s");
        assertThat(run("list").out().lines()).hasSize(1 + 31);
    }

    @Test
    void listsTheStandardFlavorsForMachines() throws IOException {
        Map<String, List<Map<String, Object>>> yaml =
                new Yaml().load(run("list", "-o", "yaml").out());
        assertThat(yaml.getOrDefault("mandatory", List.of())).hasSize(15);
        assertThat(yaml.getOrDefault("recommended", List.of()))
                .hasSize(16)
                .contains(Map.of(
                        "name", "SCS-1L-1-5",
                        "cpus", 1,
                        "ram", 1024,
                        "disk", 5,
                        "scs:cpu-type", "crowded-core",
                        "scs:disk0-type", "network",
                        "scs:name-v1", "SCS-1L:1:5",
                        "scs:name-v2", "SCS-1L-1-5"));
        var json = new ObjectMapper()
                .readTree(run("list", "-o", "json", "--level", "recommended").out());
        assertThat(json.has("mandatory")).isFalse();
        assertThat(json.get("recommended")).hasSize(16);
    }

    @Test
    void helpNamesTheSubcommands() {
        var ran = run("--help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("explain", "check", "build", "list", "Exit codes");
        assertThat(run("check", "--help").out()).contains("--cloud", "--file", "--mode");
    }
}
