package dev.allmende.cli.flavor;

import dev.allmende.cli.DataFormat;
import dev.allmende.cli.ExitCode;
import dev.allmende.conformance.flavor.StandardFlavor;
import dev.allmende.conformance.flavor.StandardFlavors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the standard flavors. */
@Command(
        name = "list",
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        description = "List the standard flavors (scs-0103).")
final class ListFlavorsCommand implements Callable<Integer> {

    /** Which flavors. */
    enum Choice {
        ALL,
        MANDATORY,
        RECOMMENDED
    }

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "all",
            description = "mandatory, recommended or all (default).")
    private Choice level = Choice.ALL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table (default), json or yaml.")
    private DataFormat format = DataFormat.TABLE;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var paper = Paper.out(spec);
        var flavors = StandardFlavors.all().stream()
                .filter(flavor -> level == Choice.ALL
                        || level.name().equals(flavor.level().name()))
                .toList();
        switch (format) {
            case TABLE -> table(paper, flavors);
            case JSON, YAML -> paper.out().print(format.write(data(flavors)));
        }
        return 0;
    }

    private static void table(Paper paper, List<StandardFlavor> flavors) {
        var row = "%-15s  %-11s  %5s  %7s  %4s  %-12s  %-9s  %s";
        paper.line(paper.styled(
                "bold",
                row.formatted("NAME", "LEVEL", "VCPUS", "RAM MiB", "DISK", "CPU TYPE", "DISK TYPE", "V1 NAME")));
        for (var flavor : flavors) {
            var disk = flavor.diskGb() == 0 ? "-" : Integer.toString(flavor.diskGb());
            var diskType = flavor.name()
                    .disk()
                    .map(some -> some.type().map(type -> type.extraSpec()).orElse("any"))
                    .orElse("-");
            paper.line(row.formatted(
                    flavor.name(),
                    flavor.level().title(),
                    flavor.vcpus(),
                    flavor.ramMib(),
                    disk,
                    flavor.name().cpu().type().extraSpec(),
                    diskType,
                    flavor.name().v1()));
        }
    }

    /** By level, each flavor with Nova's numbers and its extra specs. */
    private static Map<String, Object> data(List<StandardFlavor> flavors) {
        var data = new LinkedHashMap<String, Object>();
        for (var level : StandardFlavor.Level.values()) {
            var entries = new ArrayList<Map<String, Object>>();
            flavors.stream().filter(flavor -> flavor.level() == level).forEach(flavor -> entries.add(entry(flavor)));
            if (!entries.isEmpty()) {
                data.put(level.name().toLowerCase(Locale.ROOT), entries);
            }
        }
        return data;
    }

    private static Map<String, Object> entry(StandardFlavor flavor) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("name", flavor.name().canonical());
        entry.put("cpus", flavor.vcpus());
        entry.put("ram", flavor.ramMib());
        if (flavor.diskGb() > 0) {
            entry.put("disk", flavor.diskGb());
        }
        entry.putAll(flavor.extraSpecs());
        return entry;
    }
}
