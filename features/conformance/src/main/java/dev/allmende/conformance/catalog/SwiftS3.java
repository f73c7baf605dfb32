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

/**
 * scs-0123-swift-s3: the object store's host speaks S3. Buckets are listed with an access key that nobody has: only an S3
 * service knows to say so.
 */
final class SwiftS3 {

    /** The object store's host, asked for its buckets. */
    static final Input<Probe> S3_PROBE = new Input<>("s3-probe", Input.Effect.READS, SwiftS3::ask, SwiftS3::read);

    private static final AwsSignature NOBODY = new AwsSignature("doesnotexist", "", "us-east-1");

    private SwiftS3() {}

    /**
     * What the host answered.
     *
     * @param status 0 when there was no answer
     * @param text of the answer, or why there was none
     */
    record Probe(int status, String text) {}

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
            return facts.of(S3_PROBE).fold(probe -> judge(probe, rules), Judgement::abort);
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
        if (probe.status >= 200 && probe.status < 300) {
            return Judgement.abort("buckets were listed for an access key that nobody has");
        }
        if (probe.status == 0 && rules.mode() == Mode.STRICT) {
            return Judgement.abort(probe.text.replaceAll("\\s+", " "));
        }
        return Judgement.of(
                List.of(finding(
                        probe.status == 0 ? "no answer" : "status " + probe.status + " without an S3 error code",
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
                "the S3 error InvalidAccessKeyId for an unknown access key",
                remedy,
                Optional.of(MandatoryService.CLAUSE));
    }

    /** Any failure is kept as an answer, because upstream counts any as "no S3". */
    private static List<RecordedAnswer> ask(Session session) {
        var endpoint =
                URI.create(session.cloud().service(ServiceType.OBJECT_STORE).baseUrl());
        var url = URI.create(endpoint.getScheme() + "://" + endpoint.getAuthority() + "/");
        var name = "GET object-store / (S3, unknown access key)";
        try {
            var answer = session.cloud()
                    .getWithoutToken(url, NOBODY.headers(url, session.clock().instant()));
            return List.of(new RecordedAnswer(name, answer.status(), Map.of(), answer.body()));
        } catch (OpenStackException e) {
            return List.of(RecordedAnswer.text(name, String.valueOf(e.getMessage())));
        }
    }

    private static Probe read(List<RecordedAnswer> answers) {
        if (answers.isEmpty()) {
            throw new UnreadableAnswer("s3-probe: the snapshot has no answer; check the cloud again");
        }
        return new Probe(answers.getFirst().status(), answers.getFirst().text());
    }
}
