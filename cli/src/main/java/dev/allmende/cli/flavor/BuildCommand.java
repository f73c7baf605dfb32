package dev.allmende.cli.flavor;

import dev.allmende.cli.DataFormat;
import dev.allmende.cli.ExitCode;
import dev.allmende.conformance.flavor.FlavorCommands;
import dev.allmende.conformance.flavor.FlavorName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the name of a flavor from what it has. */
@Command(
        name = "build",
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        description = "Build a flavor's name, its extra specs and the command that creates it.")
final class BuildCommand implements Callable<Integer> {

    @Mixin
    private BuildOptions options = new BuildOptions();

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
        var name = name();
        switch (format) {
            case TABLE -> table(paper, name);
            case JSON, YAML -> paper.out().print(format.write(data(name)));
        }
        return 0;
    }

    private FlavorName name() {
        try {
            return options.name();
        } catch (IllegalArgumentException impossible) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), String.valueOf(impossible.getMessage()), impossible);
        }
    }

    private static void table(Paper paper, FlavorName name) {
        paper.line("name         " + paper.styled("bold", name.canonical()));
        paper.line("short name   " + name.shortened().canonical());
        paper.line("v1 name      " + name.v1());
        var label = "extra specs  ";
        for (var spec : name.extraSpecs().entrySet()) {
            paper.line(label + spec.getKey() + "=" + spec.getValue());
            label = " ".repeat(label.length());
        }
        paper.line("");
        paper.line(FlavorCommands.create(name));
    }

    private static Map<String, Object> data(FlavorName name) {
        var data = new LinkedHashMap<String, Object>();
        data.put("name", name.canonical());
        data.put("short_name", name.shortened().canonical());
        data.put("v1_name", name.v1());
        data.put("extra_specs", name.extraSpecs());
        data.put("command", FlavorCommands.create(name));
        return data;
    }
}
