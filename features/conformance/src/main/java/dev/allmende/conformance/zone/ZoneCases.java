package dev.allmende.conformance.zone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The test case about availability zones. Fire zones, power and cooling cannot be seen from outside: with more than one
 * zone the provider has to show documents (scs-0121-v1), so this says what the zones are and whether they are in order.
 */
public final class ZoneCases {

    private static final String CLAUSE = "https://docs.scs.community/standards/scs-0121-v1-Availability-Zones-Standard";

    static final Input<List<Zone>> ZONES =
            new Input<>("availability-zones", Input.Effect.READS, ZoneCases::ask, ZoneCases::read);

    private ZoneCases() {}

    /**
     * A zone.
     *
     * @param service compute, network or block-storage
     */
    record Zone(String service, String name, boolean available) {}

    public static List<TestCase> all() {
        return List.of(new TestCase(
                "allmende-scs-0121-availability-zones",
                "Availability zones are in order, and which documents they call for",
                "scs-0121-v1",
                CLAUSE,
                TestCase.Profile.BEYOND,
                List.of(ZONES),
                (facts, rules) -> switch (facts.of(ZONES)) {
                    case Known.Unknown<List<Zone>> unknown -> Judgement.abort(unknown.why());
                    case Known.Seen<List<Zone>> seen -> judge(seen.value());
                }));
    }

    static Judgement judge(List<Zone> zones) {
        var compute =
                zones.stream().filter(zone -> zone.service().equals("compute")).toList();
        var findings = new ArrayList<Finding>();
        if (compute.isEmpty()) {
            findings.add(
                    finding(Severity.ERROR, "compute", "no availability zone", "one at least", "start a compute node"));
        }
        for (var zone : zones) {
            if (!zone.available()) {
                findings.add(finding(
                        Severity.ERROR,
                        zone.service() + " zone " + zone.name(),
                        "not available",
                        "available",
                        "see whether its services run: openstack availability zone list --long"));
            }
        }
        if (compute.size() > 1) {
            findings.add(finding(
                    Severity.UNDECIDED,
                    "compute zones " + names(compute),
                    compute.size() + " zones",
                    "documents about fire zones, which zone lies where, power, external connection and core routers",
                    "hand the documents in; a certificate ISO 27001 or 9001 replaces those about redundancy"));
            addStorage(compute, zones, findings);
        }
        var summary = compute.size() == 1
                ? "one compute zone, " + compute.getFirst().name() + ": nothing has to be shown"
                : compute.size() + " compute zones";
        return Judgement.of(findings, summary, "zones are missing or not available");
    }

    /** Storage zones should exist unless one backend spans fire zones, which cannot be seen. */
    private static void addStorage(List<Zone> compute, List<Zone> zones, List<Finding> findings) {
        var storage = zones.stream()
                .filter(zone -> zone.service().equals("block-storage"))
                .toList();
        if (storage.size() < compute.size()) {
            findings.add(finding(
                    Severity.WARNING,
                    "block-storage zones " + names(storage),
                    storage.size() + " zones for " + compute.size() + " of compute",
                    "a storage zone per compute zone, unless one backend spans them",
                    "declare it if one backend spans the fire zones"));
        }
    }

    private static String names(List<Zone> zones) {
        return zones.isEmpty()
                ? "(none)"
                : String.join(", ", zones.stream().map(Zone::name).toList());
    }

    private static Finding finding(Severity severity, String item, String found, String wanted, String remedy) {
        return new Finding(severity, item, found, wanted, remedy, Optional.of(CLAUSE));
    }

    /** Compute must tell; the others may lack the service or its extension. */
    private static List<RecordedAnswer> ask(Session session) {
        var answers = new ArrayList<RecordedAnswer>();
        answers.addAll(session.list(ServiceType.COMPUTE, Call.get("/os-availability-zone"), "availabilityZoneInfo"));
        var others =
                Map.of(ServiceType.NETWORK, "/availability_zones", ServiceType.BLOCK_STORAGE, "/os-availability-zone");
        new TreeMap<>(others).forEach((service, path) -> {
            try {
                answers.add(session.ask(service, Call.get(path)));
            } catch (OpenStackException absent) {
                if (absent.kind() != OpenStackException.Kind.MISSING_SERVICE) {
                    throw absent;
                }
            }
        });
        return answers;
    }

    private static List<Zone> read(List<RecordedAnswer> answers) {
        var zones = new ArrayList<Zone>();
        for (var answer : answers) {
            if (answer.status() < 400) {
                var tree = Json.tree(answer.body())
                        .orElseThrow(() -> new UnreadableAnswer(answer.request() + ": the answer is no JSON"));
                read(answer.request().split(" ")[1], tree, zones);
            }
        }
        return zones;
    }

    private static void read(String service, JsonNode tree, List<Zone> zones) {
        for (var zone : tree.path("availabilityZoneInfo")) {
            zones.add(new Zone(
                    service,
                    zone.path("zoneName").asText(),
                    zone.path("zoneState").path("available").asBoolean()));
        }
        // Neutron has zones per kind of resource: network and router.
        for (var zone : tree.path("availability_zones")) {
            zones.add(new Zone(
                    service,
                    zone.path("name").asText() + " for " + zone.path("resource").asText() + "s",
                    zone.path("state").asText().equals("available")));
        }
    }
}
