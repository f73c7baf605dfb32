package dev.allmende.bench;

import dev.allmende.conformance.flavor.Dialect;
import dev.allmende.conformance.flavor.FlavorName;
import dev.allmende.conformance.flavor.FlavorNames;
import dev.allmende.conformance.flavor.Parse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How many flavor names one core reads and writes in a second: a mix of short, long, old and wrong names. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(value = 2, jvmArgs = "-XX:+UseSerialGC")
public class FlavorNameBenchmark {

    private static final int RIGHT = 16;
    private static final int WRONG = 8;

    private final List<String> right = List.of(
            "SCS-1V-4",
            "SCS-2V-8",
            "SCS-16V-32",
            "SCS-1L-1",
            "SCS-1V-0.5",
            "SCS-2V-4-20s",
            "SCS-4V-16-100s",
            "SCS-8V-32-100",
            "SCS-2Li-4uo-10n",
            "SCS-2C-4-3x10s_bms_z3",
            "SCS-4C-16-2x200p_a1",
            "SCS-8T-16-50n_kvm_hwv_z4hh",
            "SCS-16V-64-500s_GNa-14-6h",
            "SCS-16T-64-200s_GNa-72-24_ib",
            "SCS-4V:16:50-bms-hwv-i3h-GNa:64-ib",
            "SCS-1V-4-10_kvm_hwv_z4hh_gNl-58-24_ib");

    private final List<String> wrong = List.of(
            "SCS-2-4-10n",
            "SCS-2iT-4-10n",
            "SCS-2C-4ou-10n",
            "SCS-2C-3.25",
            "SCS-2C-4-10_hwv_xen",
            "SCS-1V-4_z6hhhh",
            "SCS-4V",
            "SCS-2V-4-20s_GNa-64-");

    private List<FlavorName> read = List.of();

    @Setup
    public void readAll() {
        read = right.stream()
                .map(FlavorNames::parse)
                .map(parse -> switch (parse) {
                    case Parse.Parsed parsed -> parsed.name();
                    case Parse.Invalid invalid -> throw new IllegalStateException(invalid.toString());
                })
                .toList();
    }

    @Benchmark
    @OperationsPerInvocation(RIGHT)
    public void parse(Blackhole sink) {
        for (var name : right) {
            sink.consume(FlavorNames.parse(name));
        }
    }

    @Benchmark
    @OperationsPerInvocation(RIGHT)
    public void parseAsUpstream(Blackhole sink) {
        for (var name : right) {
            sink.consume(FlavorNames.parse(name, Dialect.UPSTREAM));
        }
    }

    @Benchmark
    @OperationsPerInvocation(WRONG)
    public void findProblems(Blackhole sink) {
        for (var name : wrong) {
            sink.consume(FlavorNames.parse(name));
        }
    }

    @Benchmark
    @OperationsPerInvocation(RIGHT)
    public void write(Blackhole sink) {
        for (var name : read) {
            sink.consume(name.canonical());
        }
    }
}
