package dev.allmende.openstack.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads made-up settings with the real openstacksdk (Debian's python3-openstacksdk) and with ours, and compares. */
@Tag("real")
class SdkComparisonTest {

    private static final int CASES = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Login settings with the values they may take; all of them may stand under auth, at the top or in a variable. */
    private static final Map<String, List<String>> LOGIN = new TreeMap<>(Map.ofEntries(
            Map.entry("auth_url", List.of("http://k/v3", "https://{region_name}.k:5000")),
            Map.entry("username", List.of("demo", "other")),
            Map.entry("user_id", List.of("u-1")),
            Map.entry("password", List.of("letters", "1234", "012", "1.50")),
            Map.entry("project_name", List.of("p", "q")),
            Map.entry("project_id", List.of("p-1", "")),
            Map.entry("tenant_name", List.of("t")),
            Map.entry("user_domain_name", List.of("D")),
            Map.entry("user_domain_id", List.of("default")),
            Map.entry("project_domain_name", List.of("E")),
            Map.entry("project_domain_id", List.of("default")),
            Map.entry("domain_name", List.of("F")),
            Map.entry("domain_id", List.of("f-1")),
            Map.entry("system_scope", List.of("all"))));

    private static final Map<String, List<String>> OTHERS = new TreeMap<>(Map.of(
            "region_name", List.of("R", "\"A,B\""),
            "regions", List.of("[X, Y]", "[{name: Z, values: {interface: admin}}]"),
            "interface", List.of("internal", "public"),
            "endpoint_type", List.of("internalURL", "admin"),
            "verify", List.of("true", "false"),
            "insecure", List.of("true", "\"False\""),
            "cacert", List.of("/x/ca.pem")));

    private record Case(Map<String, String> files, Map<String, String> env) {}

    @TempDir
    private Path folder;

    @Test
    void readsSettingsAsTheSdkDoes() throws Exception {
        var random = new Random(20240101);
        var cases = new ArrayList<Case>();
        for (var i = 0; i < CASES; i++) {
            cases.add(random.nextInt(4) == 0 ? ofVariables(random) : ofFiles(random));
        }
        var theirs = sdk(cases);
        var compared = 0;
        for (var i = 0; i < CASES; i++) {
            var ours = read(cases.get(i), i);
            // Ours refuses at once what the SDK lets Keystone refuse; what both take must be the same.
            if (!ours.isEmpty() && !theirs.path(i).has("refused")) {
                compared++;
                assertThat(ours).as("%s gave %s", cases.get(i), theirs.path(i)).isEqualTo(same(theirs.path(i), ours));
            } else if (theirs.path(i).has("refused")) {
                assertThat(ours).as("%s gave %s", cases.get(i), theirs.path(i)).isEmpty();
            }
        }
        assertThat(compared).isGreaterThan(CASES / 5);
    }

    private static Case ofFiles(Random random) {
        var auth = new StringBuilder();
        var top = new StringBuilder();
        var secure = new StringBuilder();
        LOGIN.forEach((key, values) -> {
            if (random.nextInt(10) < likelihood(key)) {
                var place =
                        random.nextInt(8) == 0 ? top : key.equals("password") && random.nextBoolean() ? secure : auth;
                place.append(place == top ? "    " : "      ")
                        .append(
                                random.nextInt(12) == 0
                                                && !key.startsWith("auth")
                                                && !key.startsWith("system")
                                                && !key.equals("user_id")
                                        ? key.replace('_', '-')
                                        : key)
                        .append(": ")
                        .append(quoted(values.get(random.nextInt(values.size()))))
                        .append('\n');
            }
        });
        OTHERS.forEach((key, values) -> {
            if (random.nextInt(5) == 0) {
                top.append("    ")
                        .append(key)
                        .append(": ")
                        .append(values.get(random.nextInt(values.size())))
                        .append('\n');
            }
        });
        var files = new LinkedHashMap<String, String>();
        files.put(
                "clouds.yaml",
                "clouds:\n  a:\n    auth:\n      x_unused: 1\n"
                                .replace("      x_unused: 1\n", auth.isEmpty() ? "      auth_url: http://k\n" : auth)
                        + top);
        if (!secure.isEmpty()) {
            files.put("secure.yaml", "clouds:\n  a:\n    auth:\n" + secure);
        }
        return new Case(files, Map.of());
    }

    private static Case ofVariables(Random random) {
        var env = new TreeMap<String, String>();
        LOGIN.forEach((key, values) -> {
            if (random.nextInt(10) < likelihood(key)) {
                env.put("OS_" + key.toUpperCase(java.util.Locale.ROOT), values.get(random.nextInt(values.size())));
            }
        });
        if (random.nextBoolean()) {
            env.put("OS_REGION_NAME", "R");
        }
        if (random.nextBoolean()) {
            env.put("OS_CACERT", "/x/ca.pem");
        }
        if (random.nextInt(3) == 0) {
            env.put("OS_INSECURE", random.nextBoolean() ? "true" : "0");
        }
        return new Case(Map.of(), env);
    }

    private static int likelihood(String key) {
        return switch (key) {
            case "auth_url", "username", "password", "user_domain_name" -> 9;
            case "project_name", "project_domain_name" -> 7;
            default -> 1;
        };
    }

    private static String quoted(String value) {
        return value.isEmpty() || value.contains(":") || value.contains("{") ? '"' + value + '"' : value;
    }

    /** What ours reads, in the SDK's words; empty when it refuses. */
    private Map<String, String> read(Case made, int number) throws IOException {
        var cwd = Files.createDirectories(folder.resolve("case-" + number));
        for (var file : made.files().entrySet()) {
            Files.writeString(cwd.resolve(file.getKey()), file.getValue());
        }
        try {
            var config = CloudConfigs.read(made.env(), cwd, cwd).standard();
            var words = new TreeMap<String, String>();
            words.put("name", config.name());
            words.put("auth_url", config.authUrl());
            words.put("region", config.region());
            words.put("interface", config.interfaces().getFirst());
            words.put("verify", String.valueOf(config.tls().verify()));
            words.put(
                    "cacert",
                    config.tls().verify()
                            ? config.tls().cacert().map(Path::toString).orElse("")
                            : "");
            var password = (Credential.Password) config.credential();
            words.put("password", password.password().reveal());
            password.user().id().ifPresent(id -> words.put("user_id", id));
            password.user().name().ifPresent(name -> words.put("username", name));
            domain(words, "user_domain", password.user().domain());
            switch (config.scope()) {
                case Scope.Project project -> {
                    project.id().ifPresent(id -> words.put("project_id", id));
                    project.name().ifPresent(name -> words.put("project_name", name));
                    domain(words, "project_domain", project.domain());
                }
                case Scope.OfDomain(var domain) -> domain(words, "domain", domain);
                case Scope.OfSystem() -> words.put("system_scope", "all");
                case Scope.OfTrust(var id) -> words.put("trust_id", id);
                case Scope.Unsaid() -> {}
            }
            return words;
        } catch (ConfigException refused) {
            return Map.of();
        }
    }

    private static void domain(Map<String, String> words, String prefix, Credential.Domain domain) {
        domain.id().ifPresent(id -> words.put(prefix + "_id", id));
        domain.name().ifPresent(name -> words.put(prefix + "_name", name));
    }

    /** The SDK's answer with the words that ours uses; scope words must match even when ours has none. */
    private static Map<String, String> same(JsonNode theirs, Map<String, String> ours) {
        var words = new TreeMap<String, String>();
        for (var name : List.of("name", "region", "verify", "cacert")) {
            words.put(name, theirs.path(name).asText());
        }
        var named = theirs.path("interface").asText();
        words.put("interface", named.endsWith("URL") ? named.substring(0, named.length() - 3) : named);
        theirs.path("auth").properties().forEach(each -> {
            var key = each.getKey();
            var idle = key.startsWith("project_domain")
                    && !ours.containsKey("project_name")
                    && !ours.containsKey("project_id");
            if (!idle) {
                // The SDK fills in placeholders under auth only; a URL that keeps them is of no use to anyone.
                words.put(
                        key,
                        each.getValue()
                                .asText()
                                .replace("{region_name}", theirs.path("region").asText()));
            }
        });
        return words;
    }

    private static JsonNode sdk(List<Case> cases) throws IOException, InterruptedException {
        var script = Path.of(System.getProperty("allmende.root"), "openstack/src/test/resources/sdk_configs.py");
        var process = new ProcessBuilder("/usr/bin/python3", script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = process.getOutputStream()) {
            JSON.writeValue(in, cases);
        }
        var answers = JSON.readTree(process.getInputStream());
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("the SDK could not be asked: install python3-openstacksdk");
        }
        return answers;
    }
}
