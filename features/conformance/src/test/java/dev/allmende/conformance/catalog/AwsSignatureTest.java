package dev.allmende.conformance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AwsSignatureTest {

    /** The signature was computed by a second implementation (Python's hmac) from the same key, time and URL. */
    @Test
    void signsAsASecondImplementationDoes() {
        var headers = new AwsSignature("AKIAEXAMPLE", "example-secret", "us-east-1")
                .headers(URI.create("http://127.0.0.1:18080/"), Instant.parse("2026-11-24T04:00:00Z"));
        assertThat(headers)
                .containsEntry("x-amz-date", "20261124T040000Z")
                .containsEntry(
                        "x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                .containsEntry(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20261124/us-east-1/s3/aws4_request,"
                                + " SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
                                + " Signature=056211a1071cd2837ebc60574349e7fdfecd0702cdab6f4dea920da99456ba7c");
    }

    @Test
    void neverTellsItsSecret() {
        assertThat(new AwsSignature("a", "hidden", "r").toString()).doesNotContain("hidden");
    }
}
