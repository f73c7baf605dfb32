package dev.allmende.conformance.tls;

import dev.allmende.conformance.snapshot.Facts.Known;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The test cases about the TLS of public endpoints (scs-0125, section on the API; Mozilla guidelines 5.7). */
public final class TlsCases {

    private static final String CLAUSE = "https://docs.scs.community/standards/scs-0125-v1-secure-connections";

    /** Mozilla, intermediate: lifespan of certificates. */
    static final Duration LONGEST_LIFE = Duration.ofDays(366);

    static final int SHORTEST_RSA = 2048;
    static final int SHORTEST_EC = 256;

    private TlsCases() {}

    public static List<TestCase> all() {
        return List.of(
                testCase("allmende-scs-0125-https", "Every public endpoint is reached by https", TlsCases::https),
                testCase(
                        "allmende-scs-0125-protocol",
                        "Public endpoints speak TLS as Mozilla's intermediate profile asks",
                        TlsCases::protocol),
                testCase(
                        "allmende-scs-0125-certificate",
                        "Certificates of public endpoints are valid, strong and short-lived",
                        TlsCases::certificate));
    }

    private static TestCase testCase(
            String id, String title, BiFunction<EndpointTls, Rules, List<Finding>> perEndpoint) {
        return new TestCase(
                id,
                title,
                "scs-0125-v1",
                CLAUSE,
                TestCase.Profile.BEYOND,
                List.of(PublicEndpoints.ENDPOINTS),
                (facts, rules) -> switch (facts.of(PublicEndpoints.ENDPOINTS)) {
                    case Known.Unknown<List<EndpointTls>> unknown -> Judgement.abort(unknown.why());
                    case Known.Seen<List<EndpointTls>> seen -> judge(seen.value(), rules, perEndpoint);
                });
    }

    private static Judgement judge(
            List<EndpointTls> endpoints, Rules rules, BiFunction<EndpointTls, Rules, List<Finding>> perEndpoint) {
        if (endpoints.isEmpty()) {
            return Judgement.abort("the catalog has no public endpoint");
        }
        var findings = endpoints.stream()
                .flatMap(endpoint -> perEndpoint.apply(endpoint, rules).stream())
                .toList();
        long bad = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::item)
                .distinct()
                .count();
        return Judgement.of(
                findings,
                "all " + endpoints.size() + " public addresses are right",
                bad + " of " + endpoints.size() + " public addresses are not right");
    }

    private static List<Finding> https(EndpointTls endpoint, Rules rules) {
        return endpoint.https()
                ? List.of()
                : List.of(error(
                        endpoint,
                        "plain http",
                        "https",
                        "put a TLS terminating proxy before it and change the catalog: openstack endpoint set --url"
                                + " https://..."));
    }

    private static List<Finding> protocol(EndpointTls endpoint, Rules rules) {
        if (!endpoint.https() || !endpoint.trouble().isEmpty()) {
            return unseen(endpoint);
        }
        var findings = new ArrayList<Finding>();
        for (var old : List.of("TLSv1.0", "TLSv1.1")) {
            if (endpoint.versions().contains(old)) {
                findings.add(error(endpoint, "accepts " + old, "TLS 1.2 and 1.3 only", "switch " + old + " off"));
            }
        }
        if (!endpoint.versions().contains("TLSv1.2") && !endpoint.versions().contains("TLSv1.3")) {
            findings.add(error(endpoint, "accepts neither TLS 1.2 nor 1.3", "TLS 1.2 and 1.3", "switch them on"));
        } else if (!endpoint.versions().contains("TLSv1.3")) {
            findings.add(finding(
                    Severity.ERROR, endpoint, "does not offer TLS 1.3", "TLS 1.2 and 1.3", "switch TLS 1.3 on"));
        }
        endpoint.weakSuite()
                .ifPresent(suite -> findings.add(error(
                        endpoint,
                        "accepts the cipher suite " + suite,
                        "ECDHE or DHE with AES-GCM or ChaCha20 only",
                        "use the cipher list of Mozilla's intermediate profile: https://ssl-config.mozilla.org")));
        return findings;
    }

    private static List<Finding> certificate(EndpointTls endpoint, Rules rules) {
        if (!endpoint.https() || endpoint.certificate().isEmpty()) {
            return unseen(endpoint);
        }
        var certificate = endpoint.certificate().get();
        var findings = new ArrayList<Finding>();
        if (rules.now().isAfter(certificate.notAfter()) || rules.now().isBefore(certificate.notBefore())) {
            findings.add(error(
                    endpoint,
                    "valid from " + certificate.notBefore() + " to " + certificate.notAfter(),
                    "a certificate that is valid now",
                    "renew it"));
        }
        if (!certificate.forThisHost()) {
            findings.add(error(
                    endpoint,
                    "the certificate of " + certificate.subject() + " does not name this host",
                    "its name or address among the subject's alternative names",
                    "order one for this host"));
        }
        if (isWeak(certificate)) {
            findings.add(error(
                    endpoint,
                    "a key of " + certificate.bits() + " bits, " + certificate.algorithm(),
                    "ECDSA from P-256 on or RSA from " + SHORTEST_RSA + " bits on",
                    "order one with a stronger key"));
        }
        if (certificate.signature().toLowerCase(Locale.ROOT).matches("(md5|sha1)with.*")) {
            findings.add(
                    error(endpoint, "signed by " + certificate.signature(), "SHA-256 or better", "order a new one"));
        }
        var life = Duration.between(certificate.notBefore(), certificate.notAfter());
        if (life.compareTo(LONGEST_LIFE) > 0) {
            findings.add(error(
                    endpoint,
                    "the certificate lives for " + life.toDays() + " days",
                    "at most " + LONGEST_LIFE.toDays() + " days",
                    "order short-lived ones and renew them automatically"));
        }
        return findings;
    }

    private static boolean isWeak(EndpointTls.Certificate certificate) {
        return switch (certificate.algorithm()) {
            case "RSA" -> certificate.bits() < SHORTEST_RSA;
            case "EC" -> certificate.bits() < SHORTEST_EC;
            default -> true;
        };
    }

    private static List<Finding> unseen(EndpointTls endpoint) {
        if (!endpoint.https()) {
            return List.of(finding(Severity.ERROR, endpoint, "no TLS at all", "TLS", "see the test case about https"));
        }
        var why = endpoint.trouble().isEmpty() ? "no handshake worked" : endpoint.trouble();
        return List.of(
                finding(Severity.UNDECIDED, endpoint, why, "an answer", "see whether it is reached from here at all"));
    }

    private static Finding error(EndpointTls endpoint, String found, String wanted, String remedy) {
        return finding(Severity.ERROR, endpoint, found, wanted, remedy);
    }

    private static Finding finding(
            Severity severity, EndpointTls endpoint, String found, String wanted, String remedy) {
        var item = "endpoint " + endpoint.address() + " (" + String.join(", ", endpoint.services()) + ")";
        return new Finding(severity, item, found, wanted, remedy, Optional.of(CLAUSE));
    }
}
