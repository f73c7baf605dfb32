package dev.allmende.central.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.image.Image;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.kit.Connection;
import dev.allmende.openstack.resource.Filter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With a cloud that fetches images from anywhere, which a real one does not: their data is the address that it was told. */
@ExtendWith(ApiServerExtension.class)
class ImageTest extends ImageBehaviour {

    private static final String URL = "https://images.example.org/debian.raw";

    private final Kubeconfig kubeconfig;

    ImageTest(Kubeconfig kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    @Override
    Ground newGround() {
        return Ground.start(Connection.of(kubeconfig.yaml()));
    }

    private Faults faults() {
        return ground().site().devcloud().orElseThrow().faults();
    }

    private void create(String name, Map<String, Object> source, String description) {
        create(name, Map.of("diskFormat", "raw", "source", source, "description", description));
    }

    private static String sha512(String text) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha512:" + HexFormat.of().formatHex(digest);
    }

    @Test
    void anImageIsFetchedByTheCloudAndGoesWithItsObject() throws Exception {
        create("fetched", Map.of("url", URL, "checksum", sha512(URL)), "fetched");

        var image = ground().await(Image.class, "fetched", Ground::isReady);
        assertThat(Ground.observed(image).checksum()).isEqualTo(sha512(URL));
        assertThat(Ground.observed(image).size()).isEqualTo(URL.length());
        assertThat(Ground.observed(image).diskFormat()).isEqualTo("raw");

        ground().delete(Image.class, "fetched");
        ground().awaitGone(Image.class, "fetched");
        assertThat(imaging().images().find(Ground.id(image))).isEmpty();
    }

    @Test
    void anImageThatWasLeftWithoutDataIsGoneOnWith() {
        var refusal = new Fault.Status(Fault.Where.path("image", "POST", "/import$"), 500, 2, 1, Optional.empty());
        faults().add(refusal);

        create("resumed", Map.of("url", URL), "resumed");
        ground().await(Image.class, "resumed", seen -> Ground.reason(seen).equals("TransientError"));

        ground().await(Image.class, "resumed", Ground::isReady);
        faults().remove(refusal);
        assertThat(imaging().images().list(Filter.name("resumed"))).hasSize(1);
    }

    @Test
    void anImageWithOtherDataThanWantedDoesNotBecomeReady() throws Exception {
        create("other", Map.of("url", URL, "checksum", sha512("other")), "other");

        var image =
                ground().await(Image.class, "other", seen -> Ground.reason(seen).equals("Failed"));

        assertThat(Ground.ready(image).message()).contains(sha512(URL), sha512("other"), "make it anew");
    }

    @Test
    void whatTheCloudCannotFetchIsTold() {
        var broken = new Fault.Broken(Fault.Where.thing("image", "^unreachable$"));
        faults().add(broken);

        create("unreachable", Map.of("url", URL), "unreachable");

        var image = ground().await(
                        Image.class, "unreachable", seen -> Ground.reason(seen).equals("Failed"));
        assertThat(Ground.ready(image).message()).contains("could not fetch " + URL, "tried again");
        faults().remove(broken);
    }

    @Test
    void aSourceCannotBeChanged() {
        create("fixed", Map.of("url", URL), "fixed");

        assertThatThrownBy(
                        () -> ground().patch(Image.class, "fixed", "{\"spec\":{\"source\":{\"url\":\"http://b/c\"}}}"))
                .hasMessageContaining("spec.source")
                .hasMessageContaining("make it anew");
    }
}
