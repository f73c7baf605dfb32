package dev.allmende.conformance.scope;

import dev.allmende.conformance.scope.StrictYaml.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Our own table of scopes, {@code scopes.yaml} beside this class: a scope per alias, with {@code modules} (targets as
 * prefix and endings of test case ids), {@code spare} ids in no module, {@code manual} ids, {@code lifetimes} and
 * {@code sections} where they are not the default, {@code versions} and {@code timeline}.
 */
public final class Scopes {

    private static final String TABLE = "scopes.yaml";

    private final StrictYaml yaml;
    private final Map<String, ScopeModule> modules = new LinkedHashMap<>();

    private Scopes(StrictYaml yaml) {
        this.yaml = yaml;
    }

    /** The names that {@link #builtin} knows. */
    public static List<String> names() {
        return List.of("iaas", "kaas");
    }

    /**
     * The scope of our own table.
     *
     * @param alias {@code iaas} or {@code kaas}
     * @throws IllegalArgumentException for any other name
     */
    public static Scope builtin(String alias) {
        if (!names().contains(alias)) {
            throw new IllegalArgumentException(
                    "unknown scope '" + alias + "'; built in are: " + String.join(", ", names()));
        }
        var yaml = new StrictYaml(TABLE);
        var table = yaml.entries(yaml.root(table()), "the table of scopes");
        var scope = table.stream()
                .filter(entry -> entry.key().equals(alias))
                .findFirst()
                .map(entry -> new Scopes(yaml).scope(entry.value()))
                .orElseThrow();
        yaml.end();
        return scope;
    }

    private static String table() {
        try (var in = Objects.requireNonNull(Scopes.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException("the program's own " + TABLE + " cannot be read", damaged);
        }
    }

    private Scope scope(Node node) {
        var top = yaml.fields(
                node,
                "a scope",
                List.of("name", "uuid", "url", "origin", "modules", "manual", "versions", "timeline"),
                List.of("spare", "lifetimes", "sections"));
        top.entries("modules").forEach(entry -> module(entry.key(), entry.value()));
        return new Scope(
                top.text("uuid"),
                top.text("name"),
                top.text("url"),
                top.text("origin"),
                Optional.empty(),
                Map.of(),
                scripts(top),
                List.copyOf(modules.values()),
                new Timeline(top.entries("timeline").stream().map(this::period).toList()),
                top.entries("versions").stream().map(this::version).toList());
    }

    private void module(String id, Node node) {
        var fields = yaml.fields(node, "a module", List.of("title", "url"), List.of("targets"));
        var targets = new LinkedHashMap<String, List<String>>();
        for (var target : fields.entries("targets")) {
            targets.put(target.key(), ids(target.value()));
        }
        modules.put(id, new ScopeModule(id, fields.text("title"), fields.text("url"), Map.of(), targets));
    }

    private List<Script> scripts(Fields top) {
        var declared = new LinkedHashMap<String, String>();
        for (var module : modules.values()) {
            module.targets().values().forEach(ids -> ids.forEach(id -> declared.putIfAbsent(id, module.url())));
        }
        ids(top.node("spare")).forEach(id -> declared.putIfAbsent(id, ""));
        var manual = words(top.node("manual"));
        var lifetimes = top.texts("lifetimes");
        var sections = top.texts("sections");
        var automatic = new ArrayList<TestCaseRef>();
        var byHand = new ArrayList<TestCaseRef>();
        declared.forEach((id, url) -> {
            var lifetime = Optional.ofNullable(lifetimes.get(id))
                    .map(ScopeFile.LIFETIMES::get)
                    .orElse(Lifetime.DEFAULT);
            (manual.contains(id) ? byHand : automatic)
                    .add(new TestCaseRef(id, "", url, lifetime, sections.getOrDefault(id, "")));
        });
        return List.of(
                new Script(Optional.of("allmende"), "", Map.of(), automatic),
                new Script(Optional.empty(), "", Map.of(), byHand));
    }

    private ScopeVersion version(StrictYaml.Entry entry) {
        var fields = yaml.fields(entry.value(), "a version", List.of("modules"), List.of("stable"));
        var stable = Optional.ofNullable(fields.node("stable")).map(node -> yaml.date(node, "'stable'"));
        var includes = words(fields.node("modules")).stream()
                .map(module -> new ScopeVersion.Include(module, Map.of()))
                .toList();
        return ScopeVersion.of(entry.key(), stable, includes, modules);
    }

    private Timeline.Period period(StrictYaml.Entry entry) {
        var validities = new LinkedHashMap<String, Validity>();
        for (var version : yaml.entries(entry.value(), "a period")) {
            validities.put(
                    version.key(), yaml.oneOf(version.value(), "validity", ScopeFile.VALIDITIES, Validity.DEPRECATED));
        }
        return new Timeline.Period(yaml.date(entry.at(), "a period"), validities);
    }

    private List<String> ids(@Nullable Node node) {
        return yaml.entries(node, "test cases").stream()
                .flatMap(entry -> words(entry.value()).stream().map(ending -> entry.key() + ending))
                .toList();
    }

    private List<String> words(@Nullable Node node) {
        return Stream.of(yaml.text(node, "a list of words").split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
