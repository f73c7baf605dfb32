package dev.allmende.apiserver.metrics;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Figures of this process, named as Prometheus' clients name them. */
public final class ProcessFigures {

    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessFigures() {}

    public static void register(Metrics metrics) {
        var runtime = Runtime.getRuntime();
        long started = ProcessHandle.current()
                .info()
                .startInstant()
                .map(instant -> instant.getEpochSecond())
                .orElseGet(() -> TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis()));
        metrics.describe("process_resident_memory_bytes", "gauge", "Memory that the process holds in RAM.")
                .gauge("process_resident_memory_bytes", "", ProcessFigures::residentBytes)
                .describe("process_start_time_seconds", "gauge", "Start of the process, seconds since 1970.")
                .gauge("process_start_time_seconds", "", () -> started)
                .describe("process_cpu_seconds", "gauge", "CPU time used by the process, whole seconds.")
                .gauge("process_cpu_seconds", "", ProcessFigures::cpuSeconds)
                .describe("jvm_memory_used_bytes", "gauge", "Heap in use, garbage included.")
                .gauge("jvm_memory_used_bytes", "area=\"heap\"", () -> runtime.totalMemory() - runtime.freeMemory())
                .describe("jvm_memory_max_bytes", "gauge", "Most that the heap may grow to.")
                .gauge("jvm_memory_max_bytes", "area=\"heap\"", runtime::maxMemory)
                .describe("jvm_threads_current", "gauge", "Platform threads.")
                .gauge(
                        "jvm_threads_current",
                        "",
                        () -> ManagementFactory.getThreadMXBean().getThreadCount())
                .describe("jvm_gc_collection_milliseconds", "gauge", "Time spent in garbage collection.")
                .gauge("jvm_gc_collection_milliseconds", "", ProcessFigures::collecting);
    }

    /** 0 where there is no /proc. */
    private static long residentBytes() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException noProc) {
            return 0;
        }
    }

    private static long cpuSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(spent -> spent.toSeconds())
                .orElse(0L);
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
