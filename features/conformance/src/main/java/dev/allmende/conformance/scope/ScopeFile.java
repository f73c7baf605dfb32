package dev.allmende.conformance.scope;

import dev.allmende.conformance.scope.StrictYaml.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads scope files as upstream writes them (scs-0003-v1; {@code Tests/scs-compatible-*.yaml}). As strict as upstream's
 * loader (Tests/scs_cert_lib.py at commit 077174d9) about unknown keys and names, but tells all problems and where.
 */
public final class ScopeFile {

    /** Upstream's largest file has 30 KB. */
    private static final int MAX_BYTES = 1 << 20;

    static final Map<String, Validity> VALIDITIES = words(Validity.values(), Validity::word);
    static final Map<String, Lifetime> LIFETIMES = words(Lifetime.values(), Lifetime::word);

    private final StrictYaml yaml;
    private final Map<String, TestCaseRef> testCases = new LinkedHashMap<>();
    private final Map<String, ScopeModule> modules = new LinkedHashMap<>();

    private ScopeFile(String name) {
        this.yaml = new StrictYaml(name);
    }

    /**
     * Reads a file.
     *
     * @throws BadScopeFile when it cannot be read or is wrong; says where and what is allowed
     */
    public static Scope read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new BadScopeFile(List.of(file + ": larger than " + MAX_BYTES + " bytes, so no scope file"));
            }
            return parse(file.toString(), new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            throw new BadScopeFile(List.of(file + ": no such file"));
        } catch (IOException unreadable) {
            throw new BadScopeFile(List.of(file + ": cannot be read: " + unreadable));
        }
    }

    /** @param name of the file, for messages */
    public static Scope parse(String name, String text) {
        return new ScopeFile(name).scope(name, text);
    }

    private Scope scope(String name, String text) {
        var top = yaml.fields(
                yaml.root(text),
                "a scope",
                List.of("uuid", "name", "url", "scripts", "modules", "timeline", "versions"),
                List.of("prerequisite", "variables"));
        var variables = variables(top);
        var scripts = top.items("scripts").stream().map(this::script).toList();
        top.items("modules").forEach(this::module);
        var versions = versions(top);
        var periods = top.items("timeline").stream()
                .map(node -> period(node, versions))
                .toList();
        var scope = new Scope(
                top.text("uuid"),
                top.text("name"),
                top.text("url"),
                name,
                prerequisite(top),
                variables,
                scripts,
                List.copyOf(modules.values()),
                new Timeline(periods),
                List.copyOf(versions.values()));
        yaml.end();
        return scope;
    }

    private Optional<String> prerequisite(Fields top) {
        return Optional.ofNullable(top.node("prerequisite"))
                .map(node -> yaml.fields(node, "'prerequisite'", List.of("name", "url"), List.of())
                        .text("url"));
    }

    private Map<String, Optional<String>> variables(Fields top) {
        var variables = new LinkedHashMap<String, Optional<String>>();
        for (var node : top.items("variables")) {
            if (node instanceof MappingNode) {
                yaml.entries(node, "a variable")
                        .forEach(entry -> variables.put(
                                entry.key(), Optional.of(yaml.text(entry.value(), "'" + entry.key() + "'"))));
            } else {
                variables.put(yaml.text(node, "a variable"), Optional.empty());
            }
        }
        return variables;
    }

    private Script script(Node node) {
        var fields = yaml.fields(node, "a script", List.of("testcases"), List.of("executable", "args", "env"));
        var cases = fields.items("testcases").stream().map(this::testCase).toList();
        var args = fields.optionalText("args").orElse("");
        return new Script(fields.optionalText("executable"), args, fields.texts("env"), cases);
    }

    private TestCaseRef testCase(Node node) {
        var fields =
                yaml.fields(node, "a test case", List.of("id"), List.of("description", "url", "lifetime", "section"));
        var lifetime = Optional.ofNullable(fields.node("lifetime"))
                .map(at -> yaml.oneOf(at, "lifetime", LIFETIMES, Lifetime.DEFAULT))
                .orElse(Lifetime.DEFAULT);
        var testCase = new TestCaseRef(
                fields.text("id"),
                fields.optionalText("description").orElse(""),
                fields.optionalText("url").orElse(""),
                lifetime,
                fields.optionalText("section").orElse(""));
        if (testCases.putIfAbsent(testCase.id(), testCase) != null) {
            yaml.problem(node, "test case '" + testCase.id() + "' is declared twice");
        }
        return testCase;
    }

    private void module(Node node) {
        var fields = yaml.fields(node, "a module", List.of("id"), List.of("name", "url", "parameters", "targets"));
        var targets = new LinkedHashMap<String, List<String>>();
        for (var target : fields.entries("targets")) {
            var ids = new ArrayList<String>();
            for (var item : yaml.items(target.value(), "target '" + target.key() + "'")) {
                ids.add(known(item, "test case", testCases));
            }
            targets.put(target.key(), ids);
        }
        var module = new ScopeModule(
                fields.text("id"),
                fields.optionalText("name").orElse(""),
                fields.optionalText("url").orElse(""),
                fields.texts("parameters"),
                targets);
        if (modules.putIfAbsent(module.id(), module) != null) {
            yaml.problem(node, "module '" + module.id() + "' is declared twice");
        }
    }

    private Map<String, ScopeVersion> versions(Fields top) {
        var versions = new LinkedHashMap<String, ScopeVersion>();
        for (var node : top.items("versions")) {
            var fields = yaml.fields(node, "a version", List.of("version"), List.of("stabilized_at", "include"));
            var stabilizedAt =
                    Optional.ofNullable(fields.node("stabilized_at")).map(at -> yaml.date(at, "'stabilized_at'"));
            var includes = fields.items("include").stream().map(this::include).toList();
            var version = ScopeVersion.of(fields.text("version"), stabilizedAt, includes, modules);
            sameIdTwice(node, version);
            if (versions.putIfAbsent(version.name(), version) != null) {
                yaml.problem(node, "version '" + version.name() + "' is declared twice");
            }
        }
        return versions;
    }

    private ScopeVersion.Include include(Node node) {
        var plain = !(node instanceof MappingNode);
        var fields = plain
                ? new Fields(yaml, Map.of("ref", node))
                : yaml.fields(node, "an include", List.of("ref"), List.of("parameters"));
        var ref = Optional.ofNullable(fields.node("ref"))
                .map(at -> known(at, "module", modules))
                .orElse("");
        var assigned = fields.texts("parameters");
        var wanted = Optional.ofNullable(modules.get(ref)).map(ScopeModule::parameters);
        wanted.filter(names -> !names.keySet().equals(assigned.keySet()))
                .ifPresent(names -> yaml.problem(
                        node,
                        "module '" + ref + "' takes the parameters " + names.keySet() + ", here are "
                                + assigned.keySet()));
        return new ScopeVersion.Include(ref, assigned);
    }

    private void sameIdTwice(Node at, ScopeVersion version) {
        var targetOf = new LinkedHashMap<String, String>();
        version.targets()
                .forEach((target, ids) -> ids.forEach(id -> {
                    var before = targetOf.put(id, target);
                    if (before != null) {
                        yaml.problem(
                                at,
                                "version '" + version.name() + "' has test case '" + id + "' in target '" + before
                                        + "' and again in '" + target + "'");
                    }
                }));
    }

    private Timeline.Period period(Node node, Map<String, ScopeVersion> versions) {
        var fields = yaml.fields(node, "a timeline entry", List.of("date", "versions"), List.of());
        var validities = new LinkedHashMap<String, Validity>();
        for (var entry : fields.entries("versions")) {
            known(entry.at(), "version", versions);
            validities.put(entry.key(), yaml.oneOf(entry.value(), "validity", VALIDITIES, Validity.DEPRECATED));
        }
        return new Timeline.Period(yaml.date(fields.node("date"), "'date'"), validities);
    }

    private String known(Node at, String what, Map<String, ?> declared) {
        var name = yaml.text(at, "a " + what);
        if (!declared.containsKey(name)) {
            yaml.unknown(at, what, name, "", declared.keySet());
        }
        return name;
    }

    private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        return Stream.of(values)
                .collect(Collectors.toMap(word, value -> value, (first, second) -> first, LinkedHashMap::new));
    }
}
