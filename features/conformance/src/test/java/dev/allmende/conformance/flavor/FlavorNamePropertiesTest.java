package dev.allmende.conformance.flavor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for any name, tried on many from a fixed seed. */
class FlavorNamePropertiesTest {

    private static final int TRIES = 20_000;
    private final Random random = new Random(100);

    @Test
    void whatIsBuiltAndPrintedIsReadBackTheSame() {
        for (var i = 0; i < TRIES; i++) {
            var name = anyName();
            assertThat(FlavorNames.parse(name.canonical())).isEqualTo(new Parse.Parsed(name, Notation.V3));
            if (!name.hypervisor().equals(Optional.of(Hypervisor.CLOUD_HYPERVISOR))) {
                assertThat(FlavorNames.parse(name.v1())).isEqualTo(new Parse.Parsed(name, Notation.V1));
            }
            assertThat(name.shortened().shortened()).isEqualTo(name.shortened());
            assertThat(Meaning.of(name).sentence()).isNotEmpty();
        }
    }

    @Test
    void aDamagedNameIsReadOrRefusedWithPlacesInsideItAndNeverThrows() {
        var refused = 0;
        for (var i = 0; i < TRIES; i++) {
            var damaged = damage(
                    random.nextBoolean() ? anyName().canonical() : anyName().v1());
            for (var dialect : Dialect.values()) {
                switch (FlavorNames.parse(damaged, dialect)) {
                    case Parse.Parsed(FlavorName name, Notation ignored) ->
                        assertThat(FlavorNames.parse(name.canonical())).isInstanceOf(Parse.Parsed.class);
                    case Parse.Invalid invalid -> {
                        refused++;
                        check(damaged, invalid);
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(TRIES / 2);
    }

    private static void check(String name, Parse.Invalid invalid) {
        for (var problem : invalid.problems()) {
            assertThat(problem.position()).isBetween(0, name.length());
            assertThat(name.startsWith(problem.found(), problem.position())).isTrue();
        }
        invalid.suggestion()
                .ifPresent(name2 -> assertThat(FlavorNames.parse(name2))
                        .as("suggestion for %s", name)
                        .isInstanceOf(Parse.Parsed.class));
    }

    private String damage(String name) {
        var text = new StringBuilder(name);
        var letters = "SCS-_:0123456789.LVTCiuoxnhspzarGgNAIkvmbewycß \n";
        for (var hits = 1 + random.nextInt(3); hits > 0 && !text.isEmpty(); hits--) {
            var at = random.nextInt(text.length());
            var letter = letters.charAt(random.nextInt(letters.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, letter);
                case 2 -> text.setCharAt(at, letter);
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }

    private FlavorName anyName() {
        return new FlavorName(
                new Cpu(1 + random.nextInt(256), any(Cpu.Type.values()), random.nextBoolean()),
                new Ram(1 + random.nextInt(1024), random.nextBoolean(), random.nextBoolean()),
                maybe(() -> new Disk(1 + random.nextInt(3), anyInt(2000), maybe(() -> any(Disk.Type.values())))),
                maybe(() -> any(Hypervisor.values())),
                random.nextBoolean(),
                maybe(this::anyArchitecture),
                maybe(this::anyGpu),
                random.nextBoolean());
    }

    private Architecture anyArchitecture() {
        var vendor = any(Architecture.Vendor.values());
        return new Architecture(vendor, random.nextInt(vendor.newest() + 1), random.nextInt(4));
    }

    private Gpu anyGpu() {
        var vendor = any(Gpu.Vendor.values());
        var generations = List.copyOf(vendor.generations().keySet());
        var generation = random.nextInt(4) == 0 ? "" : generations.get(random.nextInt(generations.size()));
        var units = anyInt(200);
        var clock = random.nextInt(3);
        var vram = units.isPresent() || clock > 0 ? anyInt(100) : OptionalInt.empty();
        var bandwidth = vram.isPresent() ? random.nextInt(3) : 0;
        return new Gpu(random.nextBoolean(), vendor, generation, units, clock, vram, bandwidth);
    }

    private OptionalInt anyInt(int below) {
        return random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(below));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> Optional<T> maybe(java.util.function.Supplier<T> some) {
        return random.nextBoolean() ? Optional.of(some.get()) : Optional.empty();
    }
}
