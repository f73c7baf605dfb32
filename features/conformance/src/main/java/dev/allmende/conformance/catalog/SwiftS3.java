package dev.allmende.conformance.catalog;

import dev.allmende.conformance.run.Session;
import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * scs-0123-swift-s3: the object store's host speaks S3. Buckets are listed with an access key that nobody has: only an S3
 * service knows to say so.
 */
final class SwiftS3 {

    /** The object store's host, asked for its buckets. */
    static final Input<Probes> S3_PROBE = new Input<>("s3-probe", Input.Effect.READS, SwiftS3::ask, SwiftS3::read);

    /** Where boto3, and with it upstream's suite, signs for when it is told no region. */
    private static final String USUAL_REGION = "us-east-1";

    private static final Pattern OTHER_REGION = Pattern.compile(
            "<Code>AuthorizationHeaderMalformed</Code>.*<Region>([A-Za-z0-9_-]{1,64})</Region>", Pattern.DOTALL);

    private SwiftS3() {}

    /**
     * What the host answered.
     *
     * @param status 0 when there was no answer
     * @param text of the answer, or why there was none
     */
    record Probe(int status, String text) {}

    /**
     * Both tries; the same where the first sufficed.
     *
     * @param usual signed for the usual region, as upstream does
     * @param own signed for the region that the service named
     */
    record Probes(Probe usual, Probe own) {}

    static TestCase testCase() {
        return new TestCase(
                "scs-0123-swift-s3",
                "The object store speaks S3",
                "scs-0123-v1",
                MandatoryService.CLAUSE,
                TestCase.Profile.CERTIFICATE,
                List.of(Catalog.TOKEN, S3_PROBE),
                (facts, rules) ->
                        facts.of(Catalog.TOKEN).fold(catalog -> judge(catalog, facts, rules), Judgement::abort));
    }

    static Judgement judge(Catalog catalog, Facts facts, Rules rules) {
        if (catalog.has("object-store")) {
            return facts.of(S3_PROBE)
                    .fold(
                            probes -> judge(rules.mode() == Mode.UPSTREAM ? probes.usual : probes.own, rules),
                            Judgement::abort);
        }
        if (rules.mode() == Mode.UPSTREAM
                || !catalog.of(List.of("object-store-s3", "s3")).isEmpty()) {
            return Judgement.pass("the catalog has no object-store, so there is nothing to compare");
        }
        return Judgement.of(
                List.of(finding(
                        "neither object-store nor object-store-s3 is in the catalog",
                        "install an object store with S3, for example Ceph's gateway, and register it")),
                "",
                "the cloud offers no S3, which is mandatory");
    }

    private static Judgement judge(Probe probe, Rules rules) {
        if (probe.text.contains("InvalidAccessKeyId") || probe.text.contains("NoSuchKey")) {
            return Judgement.pass("the object store's host knows S3's access keys");
        }
        // Swift's s3token answers so for a key that Keystone does not know; the text asks for S3, not for this code.
        if (rules.mode() == Mode.STRICT && probe.text.contains("<Code>SignatureDoesNotMatch</Code>")) {
            return Judgement.pass("the object store's host checks S3's signatures");
        }
        if (probe.status >= 200 && probe.status < 300) {
            return Judgement.abort("buckets were listed for an access key that nobody has");
        }
        if (probe.status == 0 && rules.mode() == Mode.STRICT) {
            return Judgement.abort(probe.text.replaceAll("\\s+", " "));
        }
        if (rules.mode() == Mode.UPSTREAM && OTHER_REGION.matcher(probe.text).find()) {
            return Judgement.of(
                    List.of(finding(
                            "a request signed for " + USUAL_REGION + " is refused for its region",
                            "to pass upstream's suite, which signs for " + USUAL_REGION
                                    + " only, set the store's region" + " to that; nothing is wrong with S3")),
                    "",
                    "the object store wants another region than " + USUAL_REGION + ", which upstream takes for no S3");
        }
        return Judgement.of(
                List.of(finding(
                        probe.status == 0
                                ? "no answer"
                                : "status " + probe.status + ", and no word of an unknown access key",
                        "switch on S3 at the object store: middleware s3api of Swift, or rgw_enable_apis of Ceph's"
                                + " gateway")),
                "",
                "the object store's host does not speak S3");
    }

    private static Finding finding(String found, String remedy) {
        return new Finding(
                Severity.ERROR,
                "service object-store",
                found,
                "an S3 error such as InvalidAccessKeyId for an unknown access key",
                remedy,
                Optional.of(MandatoryService.CLAUSE));
    }

    /**
     * A service that is set to another region says so; then it is asked again for that one. Any failure is kept as an
     * answer, because upstream counts any as "no S3".
     */
    private static List<RecordedAnswer> ask(Session session) {
        var endpoint =
                URI.create(session.cloud().service(ServiceType.OBJECT_STORE).baseUrl());
        var url = URI.create(endpoint.getScheme() + "://" + endpoint.getAuthority() + "/");
        var first = ask(session, url, USUAL_REGION);
        var region = OTHER_REGION.matcher(first.text());
        return region.find() ? List.of(first, ask(session, url, region.group(1))) : List.of(first);
    }

    private static RecordedAnswer ask(Session session, URI url, String region) {
        var name = "GET object-store / (S3, unknown access key, region " + region + ")";
        var signature = new AwsSignature("doesnotexist", "", region);
        try {
            var answer = session.cloud()
                    .getWithoutToken(url, signature.headers(url, session.clock().instant()));
            return new RecordedAnswer(name, answer.status(), Map.of(), answer.body());
        } catch (OpenStackException e) {
            return RecordedAnswer.text(name, String.valueOf(e.getMessage()));
        }
    }

    private static Probes read(List<RecordedAnswer> answers) {
        if (answers.isEmpty()) {
            throw new UnreadableAnswer("s3-probe: the snapshot has no answer; check the cloud again");
        }
        return new Probes(probe(answers.getFirst()), probe(answers.getLast()));
    }

    private static Probe probe(RecordedAnswer answer) {
        return new Probe(answer.status(), answer.text());
    }
}
