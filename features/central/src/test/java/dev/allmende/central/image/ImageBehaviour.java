package dev.allmende.central.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.Drift;
import dev.allmende.api.image.Image;
import dev.allmende.central.Ground;
import dev.allmende.openstack.image.Image.Wish;
import dev.allmende.openstack.image.Imaging;
import dev.allmende.openstack.resource.Filter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How images behave, whichever API their objects are in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImageBehaviour {

    private Ground ground;

    abstract Ground newGround();

    final Ground ground() {
        return ground;
    }

    final Imaging imaging() {
        return new Imaging(ground.cloud());
    }

    final void create(String name, Map<String, Object> spec) {
        ground.create(ground.object("image", "Image", name, fields -> fields.putAll(spec)));
    }

    @BeforeAll
    void start() {
        ground = newGround();
    }

    @AfterAll
    void stop() {
        assertThat(ground.close()).isEmpty();
    }

    private String byHand(String name) {
        var made = imaging().images().create(new Wish().name(name).diskFormat("raw"));
        imaging().upload(made.id(), "data".getBytes(StandardCharsets.UTF_8));
        return made.id();
    }

    @Test
    void anImageOfTheProviderIsFoundByItsNameAndOutlivesItsObject() {
        var some = imaging().images().list(Filter.by("visibility", "public")).getFirst();
        create(
                "theirs",
                Map.of("managementPolicy", "Observe", "import", Map.of("filter", Map.of("name", some.name()))));

        var image = ground.await(Image.class, "theirs", Ground::isReady);
        assertThat(Ground.id(image)).isEqualTo(some.id());
        assertThat(Ground.observed(image).status()).isEqualTo("active");
        assertThat(Ground.observed(image).size()).isEqualTo(some.sizeBytes());

        ground.delete(Image.class, "theirs");
        ground.awaitGone(Image.class, "theirs");
        assertThat(imaging().images().find(some.id())).isPresent();
    }

    @Test
    void anImageIsTakenOverAndBecomesWhatItsObjectSays() {
        var id = byHand("by hand");
        create(
                "taken",
                Map.of(
                        "import",
                        Map.of("id", id),
                        "deletionPolicy",
                        "Delete",
                        "description",
                        "for the web",
                        "minRAM",
                        64,
                        "properties",
                        Map.of("os_distro", "debian", "hw_disk_bus", "scsi"),
                        "tags",
                        List.of("one", "two")));
        var image = ground.await(Image.class, "taken", Ground::isReady);
        assertThat(Ground.observed(image).osDistro()).isEqualTo("debian");
        assertThat(Ground.observed(image).minRam()).isEqualTo(64);
        var made = imaging().images().find(id).orElseThrow();
        assertThat(made.name()).isEqualTo("taken");
        assertThat(made.text("description")).isEqualTo("for the web");
        assertThat(made.tags()).containsExactlyInAnyOrder("one", "two");

        ground.patch(
                Image.class, "taken", "{\"spec\":{\"properties\":{\"hw_disk_bus\":\"\"},\"visibility\":\"private\"}}");
        ground.await(
                Image.class,
                "taken",
                seen -> Ground.isReady(seen)
                        && Ground.observed(seen).visibility().equals("private"));
        made = imaging().images().find(id).orElseThrow();
        assertThat(made.json().has("hw_disk_bus")).isFalse();
        assertThat(made.text("os_distro")).isEqualTo("debian");

        ground.delete(Image.class, "taken");
        ground.awaitGone(Image.class, "taken");
        assertThat(imaging().images().find(id)).isEmpty();
    }

    @Test
    void aChangedPropertyIsShown() {
        var id = byHand("adrift");
        create(
                "adrift",
                Map.of(
                        "import",
                        Map.of("id", id),
                        "deletionPolicy",
                        "Delete",
                        "properties",
                        Map.of("os_distro", "debian")));
        ground.await(Image.class, "adrift", Ground::isReady);

        imaging().change(imaging().images().find(id).orElseThrow(), new Wish().property("os_distro", "arch"));
        ground.wake();

        var drifted = ground.await(
                Image.class, "adrift", seen -> !seen.getStatus().drift().isEmpty());
        assertThat(drifted.getStatus().drift()).containsExactly(new Drift("os_distro", "\"debian\"", "\"arch\""));
    }

    @Test
    void aProtectedImageStaysUntilItsObjectSaysOtherwise() {
        var id = byHand("precious");
        create("precious", Map.of("import", Map.of("id", id), "deletionPolicy", "Delete", "protected", true));
        ground.await(Image.class, "precious", Ground::isReady);

        ground.delete(Image.class, "precious");
        ground.await(
                Image.class, "precious", seen -> Ground.ready(seen).message().contains("protected"));
        assertThat(imaging().images().find(id)).isPresent();

        ground.patch(Image.class, "precious", "{\"spec\":{\"protected\":false}}");
        ground.awaitGone(Image.class, "precious");
        assertThat(imaging().images().find(id)).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedWithTheFieldNamed() {
        assertThatThrownBy(() -> create("vague", Map.of("diskFormat", "raw")))
                .hasMessageContaining("diskFormat and source are needed");
        assertThatThrownBy(() -> create("odd", Map.of("diskFormat", "raw", "source", Map.of("url", "ftp://there/x"))))
                .hasMessageContaining("spec.source.url");
        assertThatThrownBy(
                        () -> create("odd", Map.of("diskFormat", "paper", "source", Map.of("url", "http://there/x"))))
                .hasMessageContaining("spec.diskFormat");
    }
}
