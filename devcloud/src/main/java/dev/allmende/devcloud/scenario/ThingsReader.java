package dev.allmende.devcloud.scenario;

import dev.allmende.devcloud.scenario.Things.Console;
import dev.allmende.devcloud.scenario.Things.DefaultRule;
import dev.allmende.devcloud.scenario.Things.Flavor;
import dev.allmende.devcloud.scenario.Things.Image;
import dev.allmende.devcloud.scenario.Things.Server;
import dev.allmende.devcloud.scenario.Things.ServiceEntry;
import dev.allmende.devcloud.scenario.Things.VolumeType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what lies in the cloud of a scenario. */
final class ThingsReader {
    private static final List<String> INTERFACES = List.of("public", "internal", "admin");

    /** Catalog type to name, as our test bed and devstack call them. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("identity", "keystone"),
            Map.entry("compute", "nova"),
            Map.entry("image", "glance"),
            Map.entry("network", "neutron"),
            Map.entry("volumev3", "cinderv3"),
            Map.entry("block-storage", "cinder"),
            Map.entry("key-manager", "barbican"),
            Map.entry("placement", "placement"),
            Map.entry("load-balancer", "octavia"),
            Map.entry("object-store", "swift"),
            Map.entry("object-store-s3", "s3"),
            Map.entry("dns", "designate"));

    static final List<ServiceEntry> ALL_SERVICES = List.of(
                    "identity",
                    "compute",
                    "image",
                    "network",
                    "volumev3",
                    "key-manager",
                    "placement",
                    "load-balancer",
                    "object-store",
                    "dns")
            .stream()
            .map(type -> new ServiceEntry(type, NAMES.getOrDefault(type, type), INTERFACES))
            .toList();

    /** What Neutron ships with (neutron/db/migration, 2023.2): egress for all, ingress from the default group itself. */
    static final List<DefaultRule> STANDARD_RULES = List.of(
            rule("egress", "IPv4", Optional.empty(), true),
            rule("egress", "IPv6", Optional.empty(), true),
            rule("ingress", "IPv4", Optional.of("PARENT"), false),
            rule("ingress", "IPv6", Optional.of("PARENT"), false));

    private ThingsReader() {}

    private static DefaultRule rule(String direction, String ethertype, Optional<String> group, boolean others) {
        return new DefaultRule(
                direction,
                ethertype,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                group,
                true,
                others);
    }

    static ServiceEntry service(Place place) {
        Place.Keys keys = place.keys();
        String type = keys.need("type", Place::text);
        ServiceEntry service = new ServiceEntry(
                type, keys.text("name", NAMES.getOrDefault(type, type)), keys.texts("interfaces", INTERFACES));
        keys.done();
        return service;
    }

    static Flavor flavor(Place place) {
        Place.Keys keys = place.keys();
        Flavor flavor = new Flavor(
                keys.need("name", Place::text),
                keys.need("vcpus", Place::number),
                keys.need("ram", Place::number),
                keys.number("disk", 0),
                keys.flag("public", true),
                keys.textMap("extraSpecs"));
        keys.done();
        return flavor;
    }

    static Image image(Place place) {
        Place.Keys keys = place.keys();
        Image image = new Image(
                keys.need("name", Place::text),
                keys.text("visibility", "public"),
                keys.flag("hidden", false),
                keys.text("status", "active"),
                keys.get("size", Place::bigNumber).orElse(600L << 20),
                keys.number("minDisk", 0),
                keys.number("minRam", 0),
                keys.number("age", 1),
                keys.texts("tags", List.of()),
                keys.textMap("properties"));
        keys.done();
        return image;
    }

    static VolumeType volumeType(Place place) {
        Place.Keys keys = place.keys();
        VolumeType type = new VolumeType(
                keys.need("name", Place::text),
                keys.get("description", Place::text),
                keys.flag("public", true),
                keys.textMap("extraSpecs"));
        keys.done();
        return type;
    }

    static DefaultRule defaultRule(Place place) {
        Place.Keys keys = place.keys();
        DefaultRule rule = new DefaultRule(
                keys.need("direction", Place::text),
                keys.text("ethertype", "IPv4"),
                keys.get("protocol", Place::text),
                keys.get("portMin", Place::number),
                keys.get("portMax", Place::number),
                keys.get("remoteIpPrefix", Place::text),
                keys.get("remoteGroup", Place::text),
                keys.flag("inDefaultGroup", true),
                keys.flag("inOtherGroups", true));
        keys.done();
        return rule;
    }

    static Console console(Place place) {
        Place.Keys keys = place.keys();
        Console console = new Console(
                keys.get("marker", ThingsReader::pattern),
                keys.textMap("variables"),
                keys.need("text", Place::text),
                keys.duration("after", Duration.ZERO));
        keys.done();
        return console;
    }

    private static String pattern(Place place) {
        try {
            return java.util.regex.Pattern.compile(place.text()).pattern();
        } catch (java.util.regex.PatternSyntaxException e) {
            throw place.wants("a regular expression, but " + e.getDescription());
        }
    }

    static Server server(Place place) {
        Place.Keys keys = place.keys();
        Server server = new Server(
                keys.need("name", Place::text),
                keys.need("project", Place::text),
                keys.need("flavor", Place::text),
                keys.need("image", Place::text),
                keys.text("status", "ACTIVE"),
                keys.textMap("metadata"));
        keys.done();
        return server;
    }
}
