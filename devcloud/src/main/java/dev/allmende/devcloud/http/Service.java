package dev.allmende.devcloud.http;

/** One emulated service. */
public interface Service {
    /** The first segment of its paths, with the slash: {@code /compute}. */
    String prefix();

    Routes routes();

    Manners manners();
}
