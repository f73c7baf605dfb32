package dev.allmende.devcloud.scenario;

import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.scenario.People.Domain;
import dev.allmende.devcloud.scenario.People.Grant;
import dev.allmende.devcloud.scenario.People.Target;
import dev.allmende.devcloud.scenario.People.User;
import dev.allmende.devcloud.scenario.Scenario.DomainManager;
import dev.allmende.devcloud.scenario.Scenario.Generate;
import dev.allmende.devcloud.scenario.Scenario.Quota;
import dev.allmende.devcloud.scenario.Scenario.Timing;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the people and the settings of a scenario; {@link ThingsReader} reads what lies in the cloud. */
final class ScenarioReader {
    private static final Duration HOUR = Duration.ofHours(1);

    private ScenarioReader() {}

    static Scenario read(String file, String yaml) {
        Node root = compose(file, yaml);
        Place.Keys top = new Place(file, root, "").keys();
        Place.Keys rules = top.get("defaultSecurityGroupRules", Place::keys).orElse(null);
        Scenario scenario = new Scenario(
                top.text("name", file),
                top.text("region", "RegionOne"),
                top.get("seed", Place::bigNumber).orElse(1L),
                top.duration("tokenLifetime", HOUR),
                top.get("domainManager", p -> p.oneOf(DomainManager.class)).orElse(DomainManager.NATIVE),
                timing(top),
                quota(top),
                top.need("domains", p -> p.list(ScenarioReader::domain)),
                top.need("users", p -> p.list(ScenarioReader::user)),
                top.get("services", p -> p.list(ThingsReader::service)).orElse(ThingsReader.ALL_SERVICES),
                top.list("flavors", ThingsReader::flavor),
                top.list("images", ThingsReader::image),
                top.list("volumeTypes", ThingsReader::volumeType),
                hasApi(rules),
                rules(rules),
                top.texts("availabilityZones", List.of("nova")),
                top.list("consoles", ThingsReader::console),
                top.list("servers", ThingsReader::server),
                generate(top),
                top.list("faults", FaultReader::fault));
        top.done();
        return scenario;
    }

    /** What a scenario has under its key {@code faults}. */
    static List<Fault> faults(String file, String yaml) {
        return yaml.isBlank() ? List.of() : new Place(file, compose(file, yaml), "").list(FaultReader::fault);
    }

    private static Node compose(String file, String yaml) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) {
                throw new ScenarioException(file + ": is empty: wanted a scenario with at least domains and users");
            }
            return root;
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            String where =
                    mark == null ? "" : "line %d, column %d: ".formatted(mark.getLine() + 1, mark.getColumn() + 1);
            throw new ScenarioException(file + ": " + where + "no YAML: " + e.getProblem());
        }
    }

    private static boolean hasApi(Place.@Nullable Keys rules) {
        return rules != null && rules.flag("api", true);
    }

    private static List<Things.DefaultRule> rules(Place.@Nullable Keys rules) {
        if (rules == null) {
            return ThingsReader.STANDARD_RULES;
        }
        List<Things.DefaultRule> read =
                rules.get("rules", p -> p.list(ThingsReader::defaultRule)).orElse(ThingsReader.STANDARD_RULES);
        rules.done();
        return read;
    }

    private static Timing timing(Place.Keys top) {
        Optional<Place.Keys> at = top.get("timing", Place::keys);
        Timing timing = new Timing(
                time(at, "server", 500),
                time(at, "volume", 100),
                time(at, "snapshot", 100),
                time(at, "backup", 200),
                time(at, "restore", 200),
                time(at, "delete", 100),
                time(at, "loadBalancer", 200),
                time(at, "dns", 100));
        at.ifPresent(Place.Keys::done);
        return timing;
    }

    private static Duration time(Optional<Place.Keys> at, String key, long millis) {
        Duration standard = Duration.ofMillis(millis);
        return at.map(keys -> keys.duration(key, standard)).orElse(standard);
    }

    private static Quota quota(Place.Keys top) {
        Optional<Place.Keys> at = top.get("quota", Place::keys);
        Quota quota = new Quota(
                limit(at, "servers", 10),
                limit(at, "volumes", 10),
                limit(at, "gigabytes", 1000),
                limit(at, "backups", 10),
                limit(at, "networks", 100),
                limit(at, "securityGroups", 10));
        at.ifPresent(Place.Keys::done);
        return quota;
    }

    private static Generate generate(Place.Keys top) {
        Optional<Place.Keys> at = top.get("generate", Place::keys);
        Generate generate = new Generate(limit(at, "flavors", 0), limit(at, "images", 0), limit(at, "volumeTypes", 0));
        at.ifPresent(Place.Keys::done);
        return generate;
    }

    private static int limit(Optional<Place.Keys> at, String key, int standard) {
        return at.map(keys -> keys.number(key, standard)).orElse(standard);
    }

    private static Domain domain(Place place) {
        Place.Keys keys = place.keys();
        Domain domain = new Domain(keys.need("name", Place::text), keys.texts("projects", List.of()));
        keys.done();
        return domain;
    }

    private static User user(Place place) {
        Place.Keys keys = place.keys();
        String domain = keys.text("domain", "Default");
        User user = new User(
                keys.need("name", Place::text),
                keys.need("password", Place::text),
                domain,
                keys.get("cloud", Place::text),
                keys.need("grants", p -> p.list(grant -> grant(grant, domain))));
        keys.done();
        return user;
    }

    private static Grant grant(Place place, String userDomain) {
        Place.Keys keys = place.keys();
        Optional<String> project = keys.get("project", Place::text);
        Optional<String> domain = keys.get("domain", Place::text);
        boolean system = keys.flag("system", false);
        List<String> roles = keys.need("roles", Place::texts);
        keys.done();
        if (project.isEmpty() && domain.isEmpty() && !system) {
            throw place.wants("a key that says on what: project, domain or 'system: true'");
        }
        Target target = system ? Target.SYSTEM : project.isPresent() ? Target.PROJECT : Target.DOMAIN;
        return new Grant(target, domain.orElse(userDomain), project.orElse(""), roles);
    }
}
