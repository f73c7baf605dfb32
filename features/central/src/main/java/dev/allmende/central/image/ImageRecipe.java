package dev.allmende.central.image;

import dev.allmende.api.image.Image;
import dev.allmende.api.image.ImageSeen;
import dev.allmende.api.image.ImageSource;
import dev.allmende.api.image.ImageSpec;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.image.Image.Wish;
import dev.allmende.openstack.image.Imaging;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.State;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is particular to images: first there is one without data, then the cloud fetches that. */
record ImageRecipe(InstantSource clock, Download download)
        implements Recipe<Image, ImageSeen, Wish, dev.allmende.openstack.image.Image> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.image.Image>> in(Cloud cloud, Image image) {
        return Sought.of(new Imaging(cloud).images());
    }

    @Override
    public Sought<Wish> sought(Image image) {
        var spec = image.getSpec();
        var wish = properties(spec);
        boolean isMade = image.getStatus() != null && image.getStatus().id() != null;
        wish = isMade || spec.diskFormat() == null ? wish : wish.diskFormat(spec.diskFormat());
        wish = spec.minDisk() == null ? wish : wish.minDisk(spec.minDisk());
        wish = spec.minRam() == null ? wish : wish.minRam(spec.minRam());
        wish = spec.visibility() == null
                ? wish
                : wish.visibility(spec.visibility().word());
        wish = spec.guarded() == null ? wish : wish.guarded(spec.guarded());
        return Sought.of(spec.tags() == null ? wish : wish.tags(spec.tags()));
    }

    private static Wish properties(ImageSpec spec) {
        var wish = new Wish();
        if (spec.properties() != null) {
            for (var each : spec.properties().entrySet()) {
                wish = or(wish, each.getKey(), each.getValue());
            }
        }
        return wish;
    }

    private static Wish or(Wish wish, String property, String value) {
        return value.isEmpty() ? wish.with(wish.fields().cleared(property)) : wish.property(property, value);
    }

    /** Glance has no description: it is a property by custom. */
    @Override
    public Wish named(Wish wanted, String name, String description) {
        return or(wanted.name(name), "description", description);
    }

    @Override
    public dev.allmende.openstack.image.Image make(
            Cloud cloud, Resources<Wish, dev.allmende.openstack.image.Image> images, Wish wanted) {
        var fields = wanted.fields();
        var set = fields.names().stream()
                .filter(name ->
                        fields.value(name).filter(value -> !value.isNull()).isPresent())
                .toList();
        return images.create(wanted.with(fields.only(set)));
    }

    @Override
    public dev.allmende.openstack.image.Image send(
            Cloud cloud,
            Resources<Wish, dev.allmende.openstack.image.Image> images,
            dev.allmende.openstack.image.Image thing,
            Wish changes) {
        return new Imaging(cloud).change(thing, changes);
    }

    @Override
    public Sought<List<Change>> further(Image image, Cloud cloud, dev.allmende.openstack.image.Image thing) {
        var source = sourceOf(image);
        if (source == null || !thing.waitsForData()) {
            return Sought.of(List.of());
        }
        var imaging = new Imaging(cloud);
        var url = source.url();
        Runnable bring = imaging.importMethods().contains("web-download")
                ? () -> imaging.fetch(thing.id(), url)
                : () -> bring(imaging, thing.id(), url);
        return Sought.of(List.of(Change.of("source", url, "", bring)));
    }

    /** For a cloud that does not fetch; may take long. */
    private void bring(Imaging imaging, String image, String url) {
        try (var data = download.open(url)) {
            imaging.pour(image, data);
        } catch (IOException e) {
            throw new OpenStackException(Kind.CONNECTION, "%s cannot be read: %s".formatted(url, e), e);
        }
    }

    /** Its protection from deletion, when the spec has none any more. */
    @Override
    public List<Change> undo(Image image, Cloud cloud, dev.allmende.openstack.image.Image thing) {
        boolean isWanted = Boolean.TRUE.equals(image.getSpec().guarded());
        return thing.guarded() && !isWanted
                ? List.of(Change.of(
                        "protected",
                        "false",
                        "true",
                        () -> new Imaging(cloud).change(thing, new Wish().guarded(false))))
                : List.of();
    }

    @Override
    public State state(Image image, dev.allmende.openstack.image.Image thing) {
        return Data.state(thing, sourceOf(image), clock.instant());
    }

    private static @Nullable ImageSource sourceOf(Image image) {
        return image.getSpec().imported() == null ? image.getSpec().source() : null;
    }

    @Override
    public ImageSeen seen(dev.allmende.openstack.image.Image thing) {
        return new ImageSeen(
                thing.status(),
                thing.visibility(),
                thing.guarded(),
                thing.diskFormat(),
                thing.sizeBytes(),
                thing.minDisk(),
                thing.minRam(),
                orNull(Data.checksum(thing)),
                orNull(thing.text("os_distro")),
                orNull(thing.text("os_version")));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
