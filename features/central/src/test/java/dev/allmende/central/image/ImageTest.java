package dev.allmende.central.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.image.Image;
import dev.allmende.api.image.ImageSource;
import dev.allmende.api.image.ImageSpec;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.apiserver.tls.Kubeconfig;
import dev.allmende.central.Ground;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Sought;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.kit.Connection;
import dev.allmende.openstack.image.Image.Wish;
import dev.allmende.openstack.resource.Filter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
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
    void toACloudThatDoesNotFetchTheDataIsBrought() throws Exception {
        var none = new Fault.Status(
                Fault.Where.path("image", "GET", "/info/import$"), 404, Integer.MAX_VALUE, 1, Optional.empty());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var data = "0123456789".repeat(100_000);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(data.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        faults().add(none);
        var thing = imaging().images().create(new Wish().name("brought").diskFormat("raw"));
        var image = new Image();
        var url = "http://127.0.0.1:%d/disk".formatted(server.getAddress().getPort());
        image.setSpec(new ImageSpec(
                ManagementPolicy.MANAGED,
                null,
                DriftPolicy.REPORT,
                null,
                null,
                null,
                "raw",
                new ImageSource(url, null),
                null,
                null,
                null,
                null,
                null,
                null));
        var recipe = new ImageRecipe(Clock.systemUTC(), new Download(HttpClient.newHttpClient(), address -> true));

        var lacks = (Sought.Wants<List<Change>>) recipe.further(image, ground().cloud(), thing);
        lacks.value().getFirst().act().run();

        server.stop(0);
        faults().remove(none);
        var brought = imaging().images().find(thing.id()).orElseThrow();
        assertThat(brought.status()).isEqualTo("active");
        assertThat(Data.checksum(brought)).isEqualTo(sha512(data));
        imaging().images().delete(thing.id());
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
