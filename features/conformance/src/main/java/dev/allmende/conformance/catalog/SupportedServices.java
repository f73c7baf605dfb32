package dev.allmende.conformance.catalog;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which of the optional services of scs-0123-v2 a cloud has. Nothing demands them; but one that is listed must be
 * reachable, and under its official name.
 */
final class SupportedServices {

    /** Official type, and other names under which catalogs and the standard's first version list it. */
    private static final Map<String, List<String>> TYPES = new TreeMap<>(Map.of(
            "baremetal", List.of("bare-metal"),
            "rating", List.of("billing"),
            "dns", List.of(),
            "instance-ha", List.of("ha", "masakari"),
            "key-manager", List.of(),
            "object-store", List.of(),
            "orchestration", List.of(),
            "shared-file-system", List.of("shared-file-systems", "sharev2", "share"),
            "time-series-database", List.of("metric")));

    private SupportedServices() {}

    static TestCase testCase() {
        return new TestCase(
                "allmende-supported-services",
                "Optional services that are listed can be reached",
                "scs-0123-v2",
                MandatoryService.CLAUSE,
                TestCase.Profile.BEYOND,
                List.of(Catalog.TOKEN),
                (facts, rules) -> facts.of(Catalog.TOKEN).fold(SupportedServices::judge, Judgement::abort));
    }

    static Judgement judge(Catalog catalog) {
        var findings = new ArrayList<Finding>();
        var there = new ArrayList<String>();
        TYPES.forEach((type, others) -> {
            var entries = new ArrayList<>(catalog.of(List.of(type)));
            entries.addAll(catalog.of(others));
            if (entries.isEmpty()) {
                findings.add(finding(Severity.NOTE, type, "not offered", "nothing: it is optional", ""));
                return;
            }
            there.add(type);
            entries.forEach(entry -> judge(catalog, type, entry).ifPresent(findings::add));
        });
        return Judgement.of(
                findings,
                there.isEmpty() ? "no optional service is offered" : "offered: " + String.join(", ", there),
                "some optional services are listed but cannot be reached");
    }

    private static Optional<Finding> judge(Catalog catalog, String type, Catalog.Entry entry) {
        if (!entry.isPublicIn(catalog.region())) {
            return Optional.of(finding(
                    Severity.ERROR,
                    type,
                    "listed as " + entry.type() + " without a public endpoint in the region",
                    "a public endpoint, or no entry",
                    "openstack endpoint create --region REGION " + entry.type() + " public URL"));
        }
        if (!entry.type().equals(type)) {
            return Optional.of(finding(
                    Severity.WARNING,
                    type,
                    "listed as " + entry.type(),
                    "the type " + type,
                    "openstack service set --type " + type + " SERVICE-ID"));
        }
        return Optional.empty();
    }

    private static Finding finding(Severity severity, String type, String found, String wanted, String remedy) {
        return new Finding(severity, "service " + type, found, wanted, remedy, Optional.of(MandatoryService.CLAUSE));
    }
}
