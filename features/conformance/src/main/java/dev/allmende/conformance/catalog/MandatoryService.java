package dev.allmende.conformance.catalog;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.ServiceType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service that scs-0123 wants in the catalog.
 *
 * @param id of the test case
 * @param upstream catalog types upstream's suite takes
 * @param strict catalog types the text takes: the official one and its aliases
 * @param demanded whether the text demands it at all
 */
record MandatoryService(
        String id, String name, String standard, List<String> upstream, List<String> strict, boolean demanded) {

    static final String CLAUSE =
            "https://docs.scs.community/standards/scs-0123-w1-mandatory-and-supported-IaaS-services-implementation#automated-tests";

    static List<MandatoryService> all() {
        return List.of(
                of(ServiceType.COMPUTE),
                of(ServiceType.IDENTITY),
                of(ServiceType.IMAGE),
                of(ServiceType.NETWORK),
                of(ServiceType.LOAD_BALANCER),
                // Upstream's first list had it, the text never did.
                new MandatoryService(
                        "scs-0123-service-placement",
                        "placement",
                        "scs-0123-v1",
                        List.of("placement"),
                        List.of("placement"),
                        false),
                new MandatoryService(
                        "scs-0123-storage-apis",
                        "block-storage",
                        "scs-0123-v1",
                        List.of("volume", "volumev3", "block-storage"),
                        types(ServiceType.BLOCK_STORAGE),
                        true),
                new MandatoryService(
                        "scs-0123-service-s3",
                        "object-store-s3",
                        "scs-0123-v2",
                        List.of("object-store-s3"),
                        List.of("object-store-s3"),
                        true));
    }

    private static MandatoryService of(ServiceType type) {
        return new MandatoryService(
                "scs-0123-service-" + type.type(), type.type(), "scs-0123-v1", List.of(type.type()), types(type), true);
    }

    private static List<String> types(ServiceType type) {
        return Stream.concat(Stream.of(type.type()), type.aliases().stream()).toList();
    }

    TestCase testCase() {
        return new TestCase(
                id,
                "The catalog has a service " + name,
                standard,
                CLAUSE,
                TestCase.Profile.CERTIFICATE,
                List.of(Catalog.TOKEN),
                (facts, rules) -> facts.of(Catalog.TOKEN).fold(catalog -> judge(catalog, rules), Judgement::abort));
    }

    Judgement judge(Catalog catalog, Rules rules) {
        var strict = rules.mode() == Mode.STRICT;
        var found = catalog.of(strict ? strict() : upstream);
        var usable = strict ? found.stream().anyMatch(entry -> entry.isPublicIn(catalog.region())) : !found.isEmpty();
        if (usable) {
            return Judgement.pass("the catalog has " + found.getFirst().type());
        }
        var severity = strict && !demanded ? Severity.NOTE : Severity.ERROR;
        var finding = new Finding(
                severity,
                "service " + name,
                found.isEmpty()
                        ? "not in the catalog"
                        : "in the catalog without a public endpoint"
                                + (catalog.region().isEmpty() ? "" : " in region " + catalog.region()),
                "a service of type " + String.join(" or ", strict ? strict() : upstream) + " with a public endpoint",
                "openstack service create --name NAME %s && openstack endpoint create --region REGION %s public URL"
                        .formatted(name, name),
                Optional.of(CLAUSE));
        return Judgement.of(List.of(finding), "the text does not demand " + name, "the catalog lacks a usable " + name);
    }
}
