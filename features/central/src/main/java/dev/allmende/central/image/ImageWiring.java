package dev.allmende.central.image;

import dev.allmende.api.Status;
import dev.allmende.api.image.Image;
import dev.allmende.api.image.ImageSeen;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import java.time.Clock;
import java.util.List;

/** Makes the controller of images. */
public final class ImageWiring {

    private ImageWiring() {}

    public static Controller<Image, Status<ImageSeen>> controller(Keeping keeping) {
        return keeping.controller(
                Image.class, new ImageRecipe(Clock.systemUTC(), Download.ofPublicAddresses()), List.of());
    }
}
