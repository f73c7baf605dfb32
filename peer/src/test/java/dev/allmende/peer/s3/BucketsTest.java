package dev.allmende.peer.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import dev.allmende.peer.junit.FakePeer;
import dev.allmende.peer.junit.FakePeer.Said;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong, and what is told of it. */
class BucketsTest {

    private final FakePeer peer = new FakePeer(seen -> Said.of(200, ""));
    private final S3 s3 = new S3(S3Address.of(peer.uri()), new Keys("key", "geheimes-wort"), Clock.systemUTC());
    private final Buckets buckets = s3.buckets();

    @AfterEach
    void close() {
        s3.close();
        peer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "403,InvalidAccessKeyId,UNAUTHORIZED,right keys",
        "403,SignatureDoesNotMatch,UNAUTHORIZED,right keys",
        "403,AccessDenied,FORBIDDEN,AccessDenied",
        "400,TooManyBuckets,QUOTA,ask the provider",
        "403,QuotaExceeded,QUOTA,remove something",
        "400,InvalidBucketName,INVALID,3 to 63",
        "409,BucketAlreadyExists,CONFLICT,another name",
        "409,OperationAborted,UNAVAILABLE,OperationAborted",
        "503,SlowDown,UNAVAILABLE,SlowDown",
        "400,AuthorizationHeaderMalformed,INVALID,store's region",
        "501,NotImplemented,INVALID,api: Swift",
        "403,RequestTimeTooSkewed,UNAVAILABLE,clock",
        "500,InternalError,UNAVAILABLE,InternalError"
    })
    void refusalsAreToldApart(int status, String code, Kind kind, String words) {
        peer.fail("PUT /box", status, "<Error><Code>" + code + "</Code><Message>  so\nnicht </Message></Error>");
        assertThatThrownBy(() -> buckets.create("box"))
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContainingAll(peer.uri().toString(), "PUT bucket 'box'", code + " (so nicht)", words)
                .hasMessageNotContaining("geheimes-wort");
    }

    @Test
    void aBucketThatIsNotEmptyStays() {
        peer.fail("DELETE /box", 409, "<Error><Code>BucketNotEmpty</Code></Error>");
        assertThatThrownBy(() -> buckets.delete("box"))
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT))
                .hasMessageContaining("set purge: true");
        assertThat(peer.changes()).containsExactly("DELETE /box");
    }

    @Test
    void aBucketThatIsGoneCountsAsDeleted() {
        peer.fail("DELETE /box", 404, "<Error><Code>NoSuchBucket</Code></Error>");
        buckets.delete("box");
        assertThat(peer.changes()).hasSize(1);
    }

    @Test
    void anotherAccountsBucketIsTakenEvenWhenItIsOpenToUs() {
        peer.fail("GET /", 200, "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>");
        assertThat(buckets.state("box")).isEqualTo(new Buckets.State.Taken());
    }

    @Test
    void whatCannotBePurgedIsNamed() {
        peer.fail("GET /box?max-keys=1000&versions", 200, """
                <ListVersionsResult><Version><Key>a&amp;b</Key><VersionId>v1</VersionId></Version>\
                <DeleteMarker><Key>c</Key><VersionId>v2</VersionId></DeleteMarker></ListVersionsResult>""");
        peer.fail("POST /box?delete", 200, """
                <DeleteResult><Error><Key>a&amp;b</Key><Code>AccessDenied</Code></Error></DeleteResult>""");
        assertThatThrownBy(() -> buckets.purge("box").step())
                .hasMessageContainingAll("'box'", "'a&b'", "AccessDenied", "retention");
        assertThat(peer.seen().getLast().text())
                .contains("<Key>a&amp;b</Key><VersionId>v1</VersionId>", "<Key>c</Key><VersionId>v2</VersionId>");
        assertThat(peer.seen().getLast().header("Content-MD5")).isNotEmpty();
    }

    @Test
    void anAnswerThatIsNoXmlIsGarbled() {
        peer.fail("GET /box?versioning", 200, "{}");
        assertThatThrownBy(() -> buckets.versioning("box"))
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GARBLED))
                .hasMessageContaining("S3 endpoint");
    }

    @Test
    void documentTypesAreNotRead() {
        peer.fail("GET /box?versioning", 200, """
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><VersioningConfiguration><Status>&e;</Status>\
                </VersioningConfiguration>""");
        assertThatThrownBy(() -> buckets.versioning("box"))
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.GARBLED));
    }

    @Test
    void bucketsMayStandInTheHostsName() {
        var address = S3Address.of(URI.create("https://s3.example.org:8443"));
        var inHost = new S3Address(address.endpoint(), "eu", false, address.authorities(), address.limits());
        assertThat(inHost.bucket("box", "policy")).isEqualTo(URI.create("https://box.s3.example.org:8443/?policy"));
        assertThat(address.bucket("box", "policy")).isEqualTo(URI.create("https://s3.example.org:8443/box?policy"));
    }
}
